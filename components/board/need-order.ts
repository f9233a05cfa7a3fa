import type { Place, Row } from '../../lib/wire/board.ts';
import type { Order } from './held-order.ts';

type Units = Readonly<Record<string, Pick<Row, 'w'>>>;
type Places = Readonly<Record<string, Pick<Place, 'name' | 'queue'>>>;

const names = new Intl.Collator('vi', { numeric: true });

/** Units in order of need: `pinned` as judged, then by people waiting, then by name; those without a queue last. */
export function needOrder(pinned: readonly string[], units: Units, places: Places): Order {
  const taken = new Set(pinned);
  const waiting = (code: string): number => (places[code]?.queue === 'none' ? -2 : (units[code]?.w ?? -1));
  const rest = Object.keys(units)
    .filter((code) => !taken.has(code))
    .sort(
      (a, b) =>
        waiting(b) - waiting(a) ||
        names.compare(places[a]?.name ?? a, places[b]?.name ?? b) ||
        (a < b ? -1 : 1),
    );
  return { pinned, rest };
}
