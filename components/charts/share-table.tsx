import type { Format } from '../../lib/i18n/format.ts';
import { Share } from '../ui/share.tsx';
import type { ComparedUnit } from './compared-unit.ts';
import type { FrameTable } from './frame-table.ts';

type Words = {
  /** Of the unit, its share, the interval, n of all, and the remark. */
  columns: readonly string[];
  clearMiss: string;
  few: string;
};

/** A chart of shares as a table. */
export const shareTable = (
  units: readonly ComparedUnit[],
  { columns, clearMiss, few }: Words,
  format: Format,
): FrameTable => ({
  columns,
  rows: units.map((unit) => ({
    key: unit.code,
    cells: [
      unit.name,
      <Share key="share" share={unit.share} of={unit.of} />,
      `${format.percent(unit.low)} – ${format.percent(unit.high)}`,
      `${format.number(unit.n)}/${format.number(unit.of)}`,
      unit.clearMiss ? clearMiss : unit.few ? few : '',
    ],
  })),
});
