import { z } from 'zod';
import type { Role } from '../../domain/access/role.ts';
import { day } from '../../domain/events/place.ts';
import { code } from '../../domain/events/text.ts';

/** A role as its holder sees it. `area` null: the whole installation. */
export type HeldRole = {
  grant: string;
  role: Role;
  area: { code: string; name: string } | null;
  fromDay: string | null;
  toDay: string | null;
  onBehalfOf: { person: string; name: string } | null;
};

/** `GET /api/v1/me` */
export type Me = {
  person: string;
  name: string;
  login: string;
  email: string | null;
  roles: HeldRole[];
  /** Where this person's work is. */
  to: string;
  secondFactor: { on: boolean; required: boolean };
  /** Whether the pages of administration have anything for this person. */
  administers: boolean;
};

/** One of `GET /api/v1/me/sessions` and of a person for administrators; ISO instants. */
export type SessionLine = {
  session: string;
  startedAt: string;
  seenAt: string;
  expiresAt: string;
  from: string;
  agent: string;
  current: boolean;
};

export type SessionsAnswer = { sessions: SessionLine[] };

/** `POST /api/v1/me/loans`: lends an own role to somebody, from the first to the last day. `to` is a user name. */
export const lendRequest = z
  .strictObject({
    grant: code(),
    to: z.string().trim().toLowerCase().min(1, { message: 'required' }).max(254),
    fromDay: day,
    toDay: day,
  })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { message: 'days_reversed', path: ['toDay'] });
export type LoanLine = {
  loan: string;
  grant: string;
  role: Role;
  area: { code: string; name: string } | null;
  from: { person: string; name: string };
  to: { person: string; name: string };
  fromDay: string;
  toDay: string;
};
/** `GET /api/v1/me/loans`: given by the caller and given to the caller. */
export type LoansAnswer = { loans: LoanLine[] };
