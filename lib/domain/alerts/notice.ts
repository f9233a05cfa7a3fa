import { isWithin, lineOf, type Tree } from '../tree.ts';

/** Somebody who leads an area, or a webhook that was set up for one. */
export type Listener = { kind: 'person' | 'webhook'; area: string };

/** What decides who hears of an alert. */
export type Hearable = {
  unit: string;
  taken: boolean;
  /** AA3: quiet hours of its rule. */
  quiet: boolean;
  /** AA10: the area whose leader it has reached. */
  escalatedTo: string;
  /** AA8: the area whose alert speaks for it. */
  group: string | null;
};

/** AA12: whether a listener is to hear of an alert now. */
export function hears(tree: Tree, { kind, area }: Listener, alert: Hearable): boolean {
  const { unit, taken, quiet, escalatedTo, group } = alert;
  if (taken || quiet) return false;
  if (kind === 'person' && area === unit) return true;
  if (group !== null) return false;
  if (kind === 'webhook') return isWithin(tree, unit, area);
  const reached = lineOf(tree, unit).map(({ code }) => code);
  return reached.slice(0, reached.indexOf(escalatedTo) + 1).includes(area);
}

const GAP_MS = 10 * 60_000;

/** AA13: whether somebody who got a message at `toldAt` may get the next one. */
export const mayHear = (toldAt: number | undefined, at: number): boolean =>
  toldAt === undefined || at - toldAt >= GAP_MS;
