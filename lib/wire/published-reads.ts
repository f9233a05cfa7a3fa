import type { Index766Parts } from '../domain/index766.ts';

/** A place as its publisher has it. `sum`: of the groups; null where one is not known. */
export type PublishedLine = {
  code: string;
  name: string;
  parts: Index766Parts;
  sum: number | null;
  total: number;
};

/** `GET …/index766`: the newest that was entered, the highest total first; never a figure of ours. */
export type Index766Answer = { day: string | null; source: string | null; lines: PublishedLine[] };
