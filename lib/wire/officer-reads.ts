import { z } from 'zod';
import { areaCode } from '../domain/events/place.ts';
import { code } from '../domain/events/text.ts';
import type { OfficerFigures } from '../domain/officer/officer-figures.ts';
import { type OfficerPeriod, officerPeriod } from '../domain/officer/officer-period.ts';

const period = z.string().transform((name, context): OfficerPeriod => {
  const found = officerPeriod(name);
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: 'a month 2026-10, quarter 2026-Q3, half 2026-H1 or year 2026',
  });
  return z.NEVER;
});

export const officerFiguresQuery = z.object({
  period: period.describe(
    'A period that has ended: a month `2026-10`, quarter `2026-Q3`, half year `2026-H1` or year `2026`.',
  ),
});

/** `GET …/officers/{officer}/figures`: `null` where too few cases stand behind a figure (O4). */
export type OfficerFiguresAnswer = OfficerFigures & {
  area: { code: string; name: string };
  officer: string;
  period: { name: string; from: string; to: string };
  /** The fewest cases that a figure is told of. */
  least: number;
};

/** `GET …/officers`: codes that the unit told of lately, and periods that can be asked for. Nothing of anybody. */
export type OfficersAnswer = { codes: string[]; periods: string[] };

/** `GET /api/v1/me/officers`: the caller's own officer codes, and who looked at their figures, newest first. */
export type MyOfficersAnswer = {
  links: { link: string; area: { code: string; name: string }; officer: string }[];
  periods: string[];
  views: { at: string; by: string; area: string; from: string; to: string }[];
};

/** `POST /api/v1/admin/people/{person}/officers` answers the link; `DELETE /api/v1/admin/officers/{link}` */
export const linkOfficerRequest = z.strictObject({ area: areaCode, officer: code() });
export type OfficerLinkMade = { link: string };
