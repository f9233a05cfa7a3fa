import type { PersonLine } from '../../lib/wire/access/administration.ts';

/** Whether somebody can sign in: is invited and has not come yet, may, or may not any more. */
export type PersonState = 'active' | 'invited' | 'disabled';
export const PERSON_STATES: readonly PersonState[] = ['active', 'invited', 'disabled'];

export const personState = ({ disabled, joined }: Pick<PersonLine, 'disabled' | 'joined'>): PersonState =>
  disabled ? 'disabled' : joined ? 'active' : 'invited';
