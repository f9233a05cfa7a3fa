import type { Share } from '../../lib/domain/wilson.ts';

/** One measure of an answer by its place in it ("tickets.wait.within.300"). `value` of a share is the share. */
export type MeasureRow = { measure: string; value: number | null } & Pick<Share, 'low' | 'high'> & {
    n: number | null;
    of: number | null;
  };
export const MEASURE_COLUMNS = ['measure', 'value', 'n', 'of', 'low', 'high'] as const;

/** What names a line of a list inside an answer. */
const NAMES = ['point', 'code', 'channel'] as const;

const NOTHING = { n: null, of: null, low: null, high: null };

/** Every number of an answer, one a row, in its order; words and days are left out. */
export function measureRows(value: unknown, measure = ''): MeasureRow[] {
  if (typeof value === 'number' || value === null) return [{ measure, value, ...NOTHING }];
  if (isShare(value)) return [{ measure, ...rest(value), value: value.share }];
  if (typeof value !== 'object') return [];
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item, i) => [nameOf(item) ?? String(i + 1), item])
    : Object.entries(value).filter(([name]) => !NAMES.some((one) => one === name));
  return entries.flatMap(([name, held]) => measureRows(held, measure === '' ? name : `${measure}.${name}`));
}

const rest = ({ n, of, low, high }: Share) => ({ n, of, low, high });

const isShare = (value: unknown): value is Share =>
  typeof value === 'object' && value !== null && 'share' in value && 'n' in value && 'of' in value;

const nameOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null) return null;
  const name = NAMES.map((one) => Reflect.get(item, one)).find((one) => one !== undefined);
  return name === null ? 'unknown' : name === undefined ? null : String(name);
};
