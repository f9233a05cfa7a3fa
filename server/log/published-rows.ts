import type { DataOf } from '../../lib/domain/events/registry.ts';
import type { Run } from './run.ts';

/** Writes a published figure; entered anew the last one holds. */
export async function writePublishedRow(
  run: Run,
  d: DataOf<'published.entered'>,
  seq: number,
): Promise<void> {
  await run(
    `INSERT INTO published (area, "index", day, code, name, parts, total, source, seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (area, "index", day, code) DO UPDATE SET name = $5, parts = $6, total = $7, source = $8, seq = $9`,
    [d.area, d.index, d.day, d.code, d.name, JSON.stringify(d.parts), d.total, d.source, seq],
  );
}

/** Writes whether a figure of a unit is public; the last word holds. */
export async function writePublicFigureRow(
  run: Run,
  d: DataOf<'published.figure_set'>,
  seq: number,
): Promise<void> {
  await run(
    `INSERT INTO public_figure (area, measure, shown, source, seq) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (area, measure) DO UPDATE SET shown = $3, source = $4, seq = $5`,
    [d.area, d.measure, d.shown, d.source, seq],
  );
}
