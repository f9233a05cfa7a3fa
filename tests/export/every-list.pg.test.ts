import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../server/log/submission.ts';
import { ROWS } from '../access/rows.ts';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';
import { areaDefinition, defineAll } from '../support/city.ts';
import { readXlsx } from '../support/read-xlsx.ts';

const DAYS = 'from=2026-11-20&to=2026-11-23';

/** Every list and every question that a chart is drawn from, and how it is asked here. */
const FILES: Record<string, string> = {
  '/api/v1/areas/:code/kpis': `${DAYS}&within=300,900`,
  '/api/v1/areas/:code/compare': `metric=issued&level=units&${DAYS}`,
  '/api/v1/areas/:code/history': `metric=issued&bucket=day&${DAYS}`,
  '/api/v1/areas/:code/flow': `bucket=half_hour&${DAYS}`,
  '/api/v1/areas/:code/busy': DAYS,
  '/api/v1/areas/:code/exclusions': DAYS,
  '/api/v1/areas/:code/surveys': '',
  '/api/v1/areas/:code/index766': '',
  '/api/v1/areas/:code/ratings-profile': DAYS,
  '/api/v1/areas/:code/handlers': DAYS,
  '/api/v1/areas/:code/dossiers-to-correct': '',
  '/api/v1/areas/:code/inspection-totals': DAYS,
  '/api/v1/areas/:code/meetings': '',
  '/api/v1/models': 'area=city',
  '/api/v1/tickets': `area=city&${DAYS}`,
  '/api/v1/ratings': `area=city&${DAYS}`,
  '/api/v1/dossiers': `area=city&${DAYS}`,
  '/api/v1/apologies': `area=city&${DAYS}`,
  '/api/v1/suggestions': `area=city&${DAYS}`,
  '/api/v1/inspections': `area=city&${DAYS}`,
  '/api/v1/alerts': `area=city&${DAYS}`,
  '/api/v1/admin/audit': DAYS,
};

/** What is read and is no list. */
const NO_LIST: Record<string, string> = {
  '/api/v1/areas/:code/period': 'the days of a period',
  '/api/v1/areas/:code/replay': 'a board and its steps',
  '/api/v1/areas/:code/brief': 'five lines to be copied',
  '/api/v1/areas/:code/since': 'sentences for one reader',
  '/api/v1/areas/:code/clocks': 'machines whose clock is wrong right now',
  '/api/v1/areas/:code/models/:model': 'its chart is a history of its unit',
  '/api/v1/areas/:code/dossiers/:dossier': 'one dossier',
  '/api/v1/areas/:code/apologies/:apology': 'one chain',
  '/api/v1/areas/:code/suggestions/:page': 'one page',
  '/api/v1/areas/:code/suggestions/:page/photo': 'one picture',
  '/api/v1/areas/:code/inspections/:inspection': 'one inspection',
  '/api/v1/areas/:code/alerts/:alert': 'one alert',
  '/api/v1/areas/:code/checklists': 'what there is to look at, not what was found',
  '/api/v1/areas/:code/report': 'leaves as paper, text and workbook',
  '/api/v1/areas/:code/report.pdf': 'a file itself',
  '/api/v1/areas/:code/report.docx': 'a file itself',
  '/api/v1/areas/:code/report.xlsx': 'a file itself',
  '/api/v1/areas/:code/reports': 'frozen reports, each a file itself',
  '/api/v1/areas/:code/book.pdf': 'a file itself',
  '/api/v1/areas/:code/inspections/:inspection/picture': 'a board',
  '/api/v1/areas/:code/inspections/:inspection/minutes.pdf': 'a file itself',
  '/api/v1/areas/:code/inspections/:inspection/findings/:finding/photo': 'one picture',
};

const READ: readonly string[] = ['measures.read', 'lists.read', 'audit.read', 'book.read'];

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
  const ward = areaDefinition('evil', 'city', 'ward');
  // A hostile name is in every list of places.
  await defineAll(city.core.door, [
    { ...ward, data: { ...ward.data, name: '=HYPERLINK("x")' } } as Definition,
  ]);
}, 60_000);
afterAll(() => city.close());

test('whatever is read as a list or drawn as a chart has files, or a reason why it is none', () => {
  const read = Object.entries(ROWS)
    .filter(([name, { need }]) => name.startsWith('GET ') && !name.includes(' as ') && READ.includes(need))
    .map(([name]) => name.slice('GET '.length));
  expect(read.sort()).toEqual([...Object.keys(FILES), ...Object.keys(NO_LIST)].sort());
});

test.each(Object.entries(FILES))(
  '%s leaves as CSV, XLSX and JSON of the same rows, and nothing in it runs',
  async (path, query) => {
    const ask = async (format: string): Promise<Response> => {
      const answer = await fetch(`${city.url}${path.replace(':code', 'city')}?${query}&format=${format}`, {
        headers: { cookie: `thuoc_do.session_token=${path.includes('audit') ? 'root' : 'leader'}` },
      });
      expect(answer.status, `${path} ${format}`).toBe(200);
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`filename="[a-z0-9-]+.*\\.${format}"$`, 'i'),
      );
      return answer;
    };
    const rows: unknown[] = JSON.parse(await (await ask('json')).text());
    const [head = [], ...lines] = parse(await (await ask('csv')).text()) as string[][];
    const [sheet] = readXlsx(new Uint8Array(await (await ask('xlsx')).arrayBuffer()));
    expect(head.length).toBeGreaterThan(2);
    expect(lines.length).toBe(rows.length);
    expect(sheet?.rows[0]).toEqual(head);
    expect(sheet?.rows.length).toBe(rows.length + 1);
    expect(sheet?.formulas).toBe(0);
    for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+@\t\r]/);
  },
);
