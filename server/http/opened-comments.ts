import { isWithin } from '../../lib/domain/tree.ts';
import { type OpenedComment, openCommentRequest } from '../../lib/wire/rating-reads.ts';
import { defineAs } from '../auth/people.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { commentOf } from '../read/comment.ts';
import type { ReadContext } from '../read/context.ts';
import { hiddenNow } from '../read/hidden-ratings.ts';
import { answer } from './answer.ts';
import { problemResponse } from './problem.ts';
import { type AnyRoute, route } from './route.ts';

/**
 * K14: what is masked in a comment, opened by whoever may read comments. It is in the log before it is answered. What B5
 * hides inside the unit is not there.
 */
export const openedCommentRoutes = ({ door }: Pick<Core, 'door'>, context: ReadContext): AnyRoute[] => [
  route({
    method: 'POST',
    path: '/api/v1/areas/:code/opened-comments',
    need: 'comments.read',
    input: openCommentRequest,
    places: (_, { code }) => [code],
    async handle({ request, input: { unit, rating }, params: { code = '' }, actor }) {
      const missing = problemResponse(request, 'not_found');
      if (!isWithin(context.tree, unit, code)) return missing;
      if ((await hiddenNow(context, code))?.includes(rating)) return missing;
      const comment = await commentOf(context, unit, rating);
      if (comment === null) return missing;
      const data = { area: unit, rating };
      const faults = await defineAs(door, [{ type: 'comment.opened', data }], actor(code));
      if (faults.length > 0) throw new AppError('not_storable', 'the opening of a comment was not stored');
      return answer({ comment } satisfies OpenedComment);
    },
  }),
];
