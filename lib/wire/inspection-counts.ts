import type { Share } from '../domain/wilson.ts';

/** Lengths of the periods in which inspections are counted. Apart from the schemas, which browsers do not load. */
export const INSPECTION_PERIODS = ['month', 'quarter', 'year'] as const;
export type InspectionPeriod = (typeof INSPECTION_PERIODS)[number];

/** Of announced inspections (I2), for the days that they count for. */
export type InspectionCounts = {
  inspections: number;
  planned: number;
  surprise: number;
  /** Units that were inspected at least once. */
  units: number;
  findings: number;
  remedied: number;
  /** In time, of the findings whose day has come or that were remedied by a day that was set (I5). */
  remediedInTime: Share;
  disciplined: number;
  /** People by form of discipline. */
  byForm: Record<string, number>;
};
