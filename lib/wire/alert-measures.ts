/** Of a kpis answer: alerts raised on days of the period, and how long people took. */
export type AlertMeasures = {
  raised: number;
  taken: number;
  closed: number;
  /** Their cause is there now, and nobody has closed them. */
  standing: number;
  untaken: number;
  toTake: { n: number; p50Sec: number | null; p90Sec: number | null };
  toClose: { n: number; p50Sec: number | null; p90Sec: number | null };
};
