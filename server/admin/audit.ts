import { areasBelow, localDayIn, zoneOf } from '../../lib/domain/tree.ts';
import { endOfDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { type AuditLine, auditQuery } from '../../lib/wire/access/administration.ts';
import { aboutOf } from '../export/about-of.ts';
import { askedFormat } from '../export/asked-format.ts';
import { exportResponse } from '../export/export-response.ts';
import { FILE_LINES, pagesOf } from '../export/pages-of.ts';
import { answer } from '../http/answer.ts';
import { askedCursor } from '../http/asked-cursor.ts';
import { periodOf } from '../http/query.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { decodeCursor } from '../read/list-page.ts';
import type { AdminDeps } from './admin-deps.ts';
import { type AuditQuestion, auditCursor, auditLines } from './audit-lines.ts';

const FILE_COLUMNS = [
  'seq',
  'at',
  'type',
  'area',
  'byKind',
  'by',
  'byName',
  'onBehalfOf',
  'onBehalfOfName',
  'about',
  'aboutName',
  'from',
  'data',
] as const;

/** `GET /api/v1/admin/audit`: pages of JSON, or the whole of it as a file. */
export const auditRoutes = ({ memory, database, now }: AdminDeps): AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/v1/admin/audit',
    need: 'audit.read',
    input: auditQuery,
    places: ({ area }) => (area === undefined ? [] : [area]),
    async handle({ request, input, may }) {
      const { area, person = null, type = null, limit } = input;
      const cursor = askedCursor(request, input.cursor, auditCursor);
      if (cursor instanceof Response) return cursor;
      const zone = zoneOf(memory.tree, area ?? null);
      const days =
        input.from === undefined && input.to === undefined
          ? null
          : periodOf(request, input, localDayIn(memory.tree, area ?? null, now()));
      if (days instanceof Response) return days;
      const seen = (): string[] => [...memory.tree.areas.keys()].filter((code) => may('audit.read', code));
      const question: AuditQuestion = {
        areas: area !== undefined ? areasBelow(memory.tree, area) : may('audit.read', null) ? null : seen(),
        person,
        type,
        period: days && { fromAt: startOfDay(zone, days.from), toAt: endOfDay(zone, days.to) },
        cursor,
        limit,
      };
      const format = askedFormat(request);
      if (format === null) {
        const page = answer(await auditLines(database.pool, question));
        page.headers.set('vary', 'accept');
        return page;
      }
      return exportResponse(format, {
        about: aboutOf({ tree: memory.tree, now }, request, 'audit', area ?? null, days),
        columns: FILE_COLUMNS,
        pages: pagesOf(async (next) => {
          const at = next === null ? cursor : decodeCursor(next, auditCursor);
          const page = await auditLines(database.pool, { ...question, limit: FILE_LINES, cursor: at });
          return { items: page.items.map(flatLine), next: page.next };
        }),
      });
    },
  }),
];

const flatLine = ({ by, onBehalfOf, about, data, ...line }: AuditLine) => ({
  ...line,
  byKind: by.kind,
  by: by.kind === 'person' ? by.person : null,
  byName: by.kind === 'person' ? by.name : null,
  onBehalfOf: onBehalfOf?.person ?? null,
  onBehalfOfName: onBehalfOf?.name ?? null,
  about: about?.person ?? null,
  aboutName: about?.name ?? null,
  data: JSON.stringify(data),
});
