import { historyQuery, noQuery } from '../../lib/wire/reads-query.ts';
import { aboutOf } from '../export/about-of.ts';
import { askedFormat } from '../export/asked-format.ts';
import { exportResponse } from '../export/export-response.ts';
import { onePage } from '../export/pages-of.ts';
import type { ReadContext } from '../read/context.ts';
import { index766 } from '../read/index766.ts';
import { answer } from './answer.ts';
import { type AnyRoute, route } from './route.ts';

/** Nothing but the form of the file. */
export const index766Query = noQuery.extend({ format: historyQuery.shape.format });

/** `GET /api/v1/areas/{code}/index766`: what others published, as it is (V8). */
export const index766Route = (context: ReadContext): AnyRoute =>
  route({
    method: 'GET',
    path: '/api/v1/areas/:code/index766',
    need: 'measures.read',
    input: index766Query,
    places: (_, { code }) => [code],
    async handle({ request, params: { code = '' } }) {
      const found = await index766(context, code);
      const format = askedFormat(request);
      if (format === null) return answer(found);
      const items = found.lines.map(({ parts, ...line }) => ({ ...line, ...parts, source: found.source }));
      return exportResponse(format, {
        about: aboutOf(
          context,
          request,
          'index766',
          code,
          found.day === null ? null : { from: found.day, to: found.day },
        ),
        columns: [
          'code',
          'name',
          'transparency',
          'progress',
          'online',
          'payment',
          'digitisation',
          'satisfaction',
          'sum',
          'total',
          'source',
        ],
        pages: onePage(items),
      });
    },
  });
