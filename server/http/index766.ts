import { fileQuery } from '../../lib/wire/reads-query.ts';
import { answerOrFile } from '../export/table-file.ts';
import type { ReadContext } from '../read/context.ts';
import { index766 } from '../read/index766.ts';
import { type AnyRoute, route } from './route.ts';

/** `GET /api/v1/areas/{code}/index766`: what others published, as it is (V8). */
export const index766Route = (context: ReadContext): AnyRoute =>
  route({
    method: 'GET',
    path: '/api/v1/areas/:code/index766',
    need: 'measures.read',
    input: fileQuery,
    places: (_, { code }) => [code],
    async handle({ request, params: { code = '' } }) {
      const found = await index766(context, code);
      return answerOrFile(context, request, found, () => ({
        list: 'index766',
        area: code,
        period: found.day === null ? null : { from: found.day, to: found.day },
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
        items: found.lines.map(({ parts, ...line }) => ({ ...line, ...parts, source: found.source })),
      }));
    },
  });
