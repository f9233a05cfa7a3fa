import { z } from 'zod';
import type { ComparedMetric } from '../domain/compared-metric.ts';
import { modelEvents } from '../domain/events/model.ts';
import { areaCode } from '../domain/events/place.ts';
import type { ModelSignal } from '../domain/model-chart.ts';
import type { HistoryAnswer, NoteOfPeriod } from './reads.ts';
import { listQuery } from './reads-query.ts';

export const modelsQuery = z.object({
  area: listQuery.shape.area.describe('Models that this area, or a unit below it, tries or has tried.'),
  format: listQuery.shape.format,
});

const started = modelEvents['model.started'].shape;

export const startModelRequest = z.strictObject({
  area: areaCode,
  name: started.name,
  about: started.about,
  metric: started.metric,
  startDay: started.startDay,
});
export const adoptModelRequest = z.strictObject({ startDay: started.startDay });
export const endModelRequest = z.strictObject({ endDay: modelEvents['model.ended'].shape.endDay });

/** A line of `GET /api/v1/models`, the newest first. */
export type ModelLine = {
  model: string;
  name: string;
  about: string | null;
  metric: ComparedMetric;
  /** Where it began. */
  unit: string;
  startDay: string;
  /** Units of the area that try it, and those where it ended. */
  trying: number;
  ended: number;
};
export type ModelsAnswer = { items: ModelLine[]; mayStart: boolean };

/** A unit that tries a model: the days before and since, and what may be said of them (M3). */
export type ModelUnit = {
  unit: string;
  name: string;
  nameEn: string | null;
  startDay: string;
  endDay: string | null;
  series: HistoryAnswer['series'];
  notes: NoteOfPeriod[];
  enough: boolean;
  signal: ModelSignal | null;
  /** M4: whether the signal is what the model wants; null: there is none, or neither way is better. */
  good: boolean | null;
  mayEnd: boolean;
};

/** `GET /api/v1/areas/{code}/models/{model}`: with every unit below the area that tries it. */
export type ModelAnswer = ModelLine & {
  units: ModelUnit[];
  /** Units of the area that the caller may spread it to. */
  spreadTo: { unit: string; name: string; nameEn: string | null }[];
};
