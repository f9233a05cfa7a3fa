import { isWhole, lastFullMonth, publishedOf } from '../../lib/domain/public-figure.ts';
import { PUBLIC_MEASURES } from '../../lib/domain/public-measures.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import { noQuery } from '../../lib/wire/access/administration.ts';
import { type PublicFigures, setPublicFigureRequest } from '../../lib/wire/access/public-figures.ts';
import { firstDayOf, publicFigures } from '../citizen/public-figures.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { ReadContext } from '../read/context.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin';

/** Which figures of a unit everybody reads: a leader of it or above says so, with a reason. */
export function publicFigureRoutes({ memory, door, database, prisma, now }: AdminDeps): AnyRoute[] {
  const { tree } = memory;
  const context: ReadContext = { prisma, pool: database.pool, kept: database.pool, tree, now };
  const monthOf = (code: string) => lastFullMonth(localDayIn(tree, code, now()));
  return [
    route({
      method: 'GET',
      path: `${PATH}/areas/:code/public-figures`,
      need: 'figures.publish',
      input: noQuery,
      places: (_, { code }) => [code],
      async handle({ params: { code = '' } }) {
        const month = monthOf(code);
        const told = await publicFigures(context, code, PUBLIC_MEASURES, localDayIn(tree, code, now()));
        const held = tree.publicFigures.get(code);
        const figures = told.map((figure) => {
          const said = held?.find(({ measure }) => measure === figure.measure);
          return { ...figure, shown: said?.shown ?? false, source: said?.source ?? null };
        });
        const whole = isWhole(month, await firstDayOf(context, code));
        return answer({ month, whole, figures } satisfies PublicFigures);
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/public-figures`,
      need: 'figures.publish',
      input: setPublicFigureRequest,
      places: ({ area }) => [area],
      async handle({ request, input, actor }) {
        const { area, measure, shown } = input;
        if (shown && !isWhole(monthOf(area), await firstDayOf(context, area)))
          return badFields(request, [{ pointer: '/shown', rule: 'no_full_month' }]);
        if (!shown && !publishedOf(tree, area).includes(measure)) return answer({ stored: 0, unchanged: 1 });
        const asked = [{ type: 'published.figure_set' as const, data: input }];
        const defined = await defineAsked(request, door, asked, actor(area));
        return defined instanceof Response ? defined : answer(defined);
      },
    }),
  ];
}
