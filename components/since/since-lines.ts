import type { SinceAnswer } from '../../lib/wire/since-reads.ts';
import { dossiersPath } from '../dossiers/dossiers-path.ts';

export type SinceLine = {
  about: 'alerts' | 'missed' | 'suggestions' | 'dossiers' | 'ratings';
  /** Where it can be looked at. */
  href: string;
};

/** What there is to say, at most five lines, the most pressing first; none: nothing is new. */
export function sinceLines({
  area,
  alerts,
  missed,
  suggestions,
  dossiers,
  ratings,
}: SinceAnswer): SinceLine[] {
  const code = encodeURIComponent(area);
  const lines: (SinceLine & { told: boolean })[] = [
    { about: 'alerts', told: alerts.raised > 0, href: `/alerts?area=${code}` },
    { about: 'missed', told: missed.units.length > 0, href: `/areas/${code}/history` },
    { about: 'dossiers', told: dossiers.turned > 0, href: dossiersPath(area, { state: 'overdue' }) },
    {
      about: 'suggestions',
      told: suggestions.written > 0 || suggestions.turnedLate > 0,
      href: `/suggestions?area=${code}`,
    },
    { about: 'ratings', told: ratings.low > 0, href: `/ratings?area=${code}` },
  ];
  return lines.flatMap(({ told, ...line }) => (told ? [line] : []));
}
