import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../components/', import.meta.url);

/** Components that show a table, a chart or a list that comes page by page. */
const SHOWS = /<table|<Frame|<ListTable|useLaterPages<|ListAnswer<|<\w+Chart\s+responsive/;
/** Components by which figures leave; a frame asks for its own. */
const LEAVES = /<FigureFiles|<ExportButtons|<Frame/;

/** What stands inside another component, and which one gives its files. */
const WITHIN: Record<string, string> = {
  'apology/apology-lines.tsx': 'apology/apology-list.tsx',
  'book/book-list.tsx': 'book/book-page.tsx',
  'charts/arrivals-chart.tsx': 'board/arrivals-panel.tsx',
  'charts/compare-chart.tsx': 'compare/compare-pictures.tsx',
  'charts/funnel-chart.tsx': 'compare/compare-pictures.tsx',
  'charts/dot-strip.tsx': 'compare/index766-strip.tsx',
  'compare/compare-table.tsx': 'compare/compare-actions.tsx',
  'dossiers/delay-table.tsx': 'dossiers/delays-panel.tsx',
  'dossiers/dossier-lines.tsx': 'dossiers/dossiers-page.tsx',
  'dossiers/dossier-table.tsx': 'dossiers/dossiers-page.tsx',
  'history/control-chart.tsx': 'history/control-panel.tsx',
  'history/flow-chart.tsx': 'history/flow-panel.tsx',
  'inspections/inspection-list.tsx': 'inspections/inspections-page.tsx',
  'models/model-chart-picture.tsx': 'models/model-unit-panel.tsx',
  'ratings/channels-panel.tsx': 'ratings/headline.tsx',
  'ratings/rating-list.tsx': 'ratings/ratings-page.tsx',
};

/** What is shown and leaves with no file. */
const STAYS: Record<string, string> = {
  'admin/key-list.tsx': 'administration: who holds which key',
  'admin/list-table.tsx': 'how lists of administration look',
  'admin/person-list.tsx': 'administration: names and addresses of people',
  'admin/screen-list.tsx': 'administration: paired screens and devices',
  'board/attention-table.tsx': 'this very second; its figures leave by comparison and history',
  'board/unit-table.tsx': 'this very second; its figures leave by comparison and history',
  'forms/use-later-pages.ts': 'how lists come',
  'forms/listed-lines.tsx': 'how lists look',
  'officers/figures-view.tsx': 'O2: figures of a person stand in no file',
  'reports/cut-list.tsx': 'which periods are frozen; each opens its report with its files',
  'reports/report-table.tsx': 'the page of a report: paper, text and workbook hold the same',
  'unit/queues-panel.tsx': 'this very second; its figures leave by history',
};

const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .sort();

test('whatever is shown as a table, a chart or a list has files beside it, or a reason why not', () => {
  const bare = sources.filter((path) => {
    const text = textOf(path);
    return SHOWS.test(text) && !LEAVES.test(text) && !(path in WITHIN) && !(path in STAYS);
  });
  expect(bare).toEqual([]);
});

test.each(Object.entries(WITHIN))('the figures of %s leave by %s', (_, holder) => {
  expect(LEAVES.test(textOf(holder))).toBe(true);
});

test('a reason is given for nothing that has files or is not there', () => {
  const idle = [...Object.keys(STAYS), ...Object.keys(WITHIN)].filter((path) => {
    const known = sources.includes(path);
    return !known || !SHOWS.test(textOf(path)) || LEAVES.test(textOf(path));
  });
  expect(idle).toEqual([]);
});
