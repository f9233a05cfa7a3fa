import { type GroupTable, into } from './group-table.ts';

/** What a group says of inspections: what lists and totals ask for, and the steps that everything else is read from. */
export const INSPECTION_TABLE: GroupTable = into(
  'inspection',
  ({ inspections }) => inspections,
  ['unit', 'inspection'],
  'overwrite',
  [
    ['unit', 'text', (row) => row.unit],
    ['inspection', 'text', (row) => row.id],
    ['state', 'text', ({ inspection }) => inspection.state],
    ['level', 'text', ({ inspection }) => inspection.level],
    ['kind', 'text', ({ inspection }) => inspection.kind],
    ['day', 'date', ({ inspection }) => inspection.day],
    ['told_by', 'text', ({ inspection }) => inspection.toldBy],
    ['announced_at', 'timestamptz', ({ inspection }) => inspection.announcedAt],
    ['findings', 'jsonb', ({ inspection }) => JSON.stringify(inspection.findings)],
    ['discipline', 'jsonb', ({ inspection }) => JSON.stringify(inspection.discipline)],
    ['facts', 'jsonb', ({ facts }) => JSON.stringify(facts)],
  ],
);
