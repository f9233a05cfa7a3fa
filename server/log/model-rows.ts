import type { modelEvents } from '../../lib/domain/events/model.ts';
import type { Run } from './run.ts';
import type { Definition } from './submission.ts';

type ModelDefinition = Extract<Definition, { type: keyof typeof modelEvents }>;

/** Writes a model and the units that try it; the first start and the first end of each hold (M1). */
export async function writeModelRow(run: Run, { type, data }: ModelDefinition, seq: number): Promise<void> {
  if (type === 'model.ended') {
    await run('UPDATE model_unit SET end_day = $3 WHERE model = $1 AND unit = $2 AND end_day IS NULL', [
      data.model,
      data.area,
      data.endDay,
    ]);
    return;
  }
  if (type === 'model.started')
    await run(
      `INSERT INTO model (model, area, name, about, metric, start_day, seq) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT DO NOTHING`,
      [data.model, data.area, data.name, data.about ?? null, data.metric, data.startDay, seq],
    );
  await run(
    'INSERT INTO model_unit (model, unit, start_day, seq) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [data.model, data.area, data.startDay, seq],
  );
}
