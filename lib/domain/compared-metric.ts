/** Metrics of dossiers; the first of them are judged. */
export const DOSSIER_METRICS = [
  'onTimeOfSettled',
  'onTimeOfReceived',
  'online',
  'extendedShare',
  'repeatSupplementShare',
  'lateSupplementShare',
  'dossiersReceived',
  'dossiersSettled',
  'dossiersLate',
] as const;
export type DossierMetric = (typeof DOSSIER_METRICS)[number];

/** Metrics of queues and ratings. */
const VISIT_METRICS = [
  'satisfied',
  'responseRate',
  'within',
  'waitP50',
  'waitP90',
  'issued',
  'called',
  'finished',
  'left',
  'noShow',
] as const;
export type VisitMetric = (typeof VISIT_METRICS)[number];

/** What can be compared between areas and followed through time. */
export const COMPARED_METRICS = [...VISIT_METRICS, ...DOSSIER_METRICS] as const;
export type ComparedMetric = (typeof COMPARED_METRICS)[number];
