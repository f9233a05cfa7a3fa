import { publishedEvents } from '../../domain/events/published.ts';
import type { Period } from '../../domain/period.ts';
import type { PublicFigure } from '../../domain/public-figure.ts';

/** `POST /api/v1/admin/public-figures`: a leader publishes a measure of a unit, or withdraws it (PC4). */
export const setPublicFigureRequest = publishedEvents['published.figure_set'];

/** `GET /api/v1/admin/areas/:code/public-figures`: each measure as everybody reads it or would. */
export type PublicFigures = {
  month: Period;
  /** Whether the data of the unit tell the whole month: until then nothing can be published. */
  whole: boolean;
  figures: (PublicFigure & { shown: boolean; source: string | null })[];
};
