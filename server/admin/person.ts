import {
  empty,
  noQuery,
  personStateRequest,
  renamePersonRequest,
} from '../../lib/wire/access/administration.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import { sessionLine } from '../auth/session-line.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, type Authorised, type Params, type Route, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { PEOPLE, placesOfPerson } from './people.ts';

/** What happens to one person. All of it touches every area in which the person is somebody (K9). */
export function personRoutes(deps: AdminDeps): AnyRoute[] {
  const { people, sessions } = deps;

  const ofPerson = <I>(
    method: Route['method'],
    what: string,
    input: Route<I>['input'],
    reply: (asked: Authorised<I>, person: string) => Promise<Response> | Response,
  ): AnyRoute =>
    route({
      method,
      path: `${PEOPLE}/:person${what}`,
      need: 'people.manage',
      input,
      places: (_, { person = '' }: Params) => placesOfPerson(deps, person),
      handle: (asked) => reply(asked, asked.params.person ?? ''),
    });

  const done = (request: Request, faults: readonly Fault[]): Response =>
    faults.length > 0 ? badFields(request, faults) : answer({});

  return [
    ofPerson('PUT', '', renamePersonRequest, async ({ request, input, actor }, person) =>
      done(request, await people.rename(person, input, actor(null))),
    ),
    ofPerson('POST', '/state', personStateRequest, async ({ request, input, subject, actor }, person) => {
      if (input.disabled && isSelf(subject, person))
        return badFields(request, [{ pointer: '/disabled', rule: 'yourself' }]);
      return done(request, await people.setDisabled(person, input.disabled, actor(null)));
    }),
    ofPerson('POST', '/links', empty, async ({ request, actor }, person) => {
      const made = await people.link(person, actor(null));
      return made ? answer(made, 201) : problemResponse(request, 'unknown_area');
    }),
    ofPerson('GET', '/sessions', noQuery, ({ subject }, person) => {
      const current = subject?.kind === 'person' ? subject.session : null;
      return answer({ sessions: sessions.ofPerson(person).map((held) => sessionLine(held, current)) });
    }),
    ofPerson('DELETE', '/sessions', noQuery, async ({ actor }, person) => {
      await sessions.endAll(person, 'revoked', actor(null));
      return answer({});
    }),
  ];
}

/** Whether somebody is about to lock the own account. */
export const isSelf = (subject: Authorised<unknown>['subject'], person: string): boolean =>
  subject?.kind === 'person' && subject.person === person;
