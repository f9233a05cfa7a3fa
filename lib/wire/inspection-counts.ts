import type { Share } from '../domain/wilson.ts';

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
