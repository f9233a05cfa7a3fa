import { z } from 'zod';
import type { Subject } from '../../lib/domain/access/can.ts';
import type { Me, SessionsAnswer } from '../../lib/wire/access/account.ts';
import {
  beginSecondFactorRequest,
  changePasswordRequest,
  confirmSecondFactorRequest,
  type SecondFactorAnswer,
} from '../../lib/wire/access/sign-in.ts';
import { inForce } from '../access/in-force.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, type Authorised, route } from '../http/route.ts';
import { givenEmail } from '../log/access-rows.ts';
import { answerWith, done, mustWait } from './answer-with.ts';
import type { Auth } from './auth.ts';
import { cameOf } from './came.ts';
import { heldRoles } from './held-roles.ts';
import { sessionLine } from './session-line.ts';

type Self = Extract<Subject, { kind: 'person' }>;

/** The person that a route of the own account is for. The guard lets nobody else in. */
export function selfOf({ subject }: Pick<Authorised<unknown>, 'subject'>): Self {
  if (subject?.kind !== 'person') throw new Error('a route of the own account without a person');
  return subject;
}

const nothing = z.object({});

/** The own account: who I am, where I am signed in, my password and my second factor. */
export function accountRoutes(core: Pick<Core, 'prisma' | 'memory' | 'now'>, auth: Auth): AnyRoute[] {
  const { sessions, credentials, lockOut } = auth;

  /** Passwords of an open session are guessed as slowly as those of signing in. */
  async function guessing(
    { request }: Authorised<unknown>,
    self: Self,
    field: string,
    work: () => Promise<Response | null>,
  ): Promise<Response> {
    const permit = await lockOut.permitSelf(self.person);
    if (permit.kind === 'wait') return mustWait(request, permit.waitSeconds);
    const response = await work();
    if (!response) return badFields(request, [{ pointer: `/${field}`, rule: `${field}_wrong` }]);
    await lockOut.forgiveSelf(self.person);
    return response;
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/me',
      need: 'own',
      input: nothing,
      async handle(asked) {
        const { person, held: roles } = selfOf(asked);
        const held = await core.prisma.person.findUnique({ where: { id: person } });
        if (!held) return problemResponse(asked.request, 'no_session');
        const { totpRequired } = core.memory.rights;
        const required = inForce(core, person).some(({ role }) => totpRequired.has(role));
        return answer({
          person,
          name: held.name,
          login: held.login,
          email: givenEmail(held.email),
          roles: await heldRoles(core, person, roles),
          to: '/',
          secondFactor: { on: held.twoFactor, required },
          administers: roles.some(({ role }) => role === 'admin'),
        } satisfies Me);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/sessions',
      need: 'own',
      input: nothing,
      handle(asked) {
        const self = selfOf(asked);
        const lines = sessions.ofPerson(self.person).map((held) => sessionLine(held, self.session));
        return answer({ sessions: lines } satisfies SessionsAnswer);
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/sessions/:session',
      need: 'own',
      input: nothing,
      async handle(asked) {
        const { person } = selfOf(asked);
        const { session = '' } = asked.params;
        const own = sessions.ofPerson(person).some((held) => held.session === session);
        if (!own) return problemResponse(asked.request, 'not_found');
        await sessions.end(session, 'revoked', asked.actor(null));
        return done();
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/sessions',
      need: 'own',
      input: nothing,
      async handle(asked) {
        const { person, session } = selfOf(asked);
        await sessions.endAll(person, 'revoked', asked.actor(null), session);
        return done();
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/password',
      need: 'own',
      input: changePasswordRequest,
      handle: (asked) => {
        const self = selfOf(asked);
        return guessing(asked, self, 'current', async () =>
          (await credentials.changePassword(self, asked.input, cameOf(asked))) ? done() : null,
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/second-factor',
      need: 'own',
      input: beginSecondFactorRequest,
      async handle(asked) {
        const self = selfOf(asked);
        const held = await core.prisma.person.findUnique({ where: { id: self.person } });
        if (held?.twoFactor)
          return badFields(asked.request, [{ pointer: '/password', rule: 'second_factor_on' }]);
        return guessing(asked, self, 'password', async () => {
          const begun = await credentials.beginSecondFactor(asked.input.password, cameOf(asked));
          if (!begun) return null;
          const uri = new URL(begun.uri);
          // The library names the account by its e-mail, which not everybody has.
          uri.pathname = `/Thước Đo:${held?.login ?? ''}`;
          const secret = uri.searchParams.get('secret') ?? '';
          return answer({ ...begun, uri: uri.href, secret } satisfies SecondFactorAnswer);
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/second-factor/confirm',
      need: 'own',
      input: confirmSecondFactorRequest,
      handle(asked) {
        const self = selfOf(asked);
        return guessing(asked, self, 'code', async () => {
          const renewed = await credentials.confirmSecondFactor(self, asked.input.code, cameOf(asked));
          return renewed && answerWith({}, renewed.cookies);
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/second-factor/off',
      need: 'own',
      input: beginSecondFactorRequest,
      handle(asked) {
        const self = selfOf(asked);
        return guessing(asked, self, 'password', async () => {
          const renewed = await credentials.endSecondFactor(self, asked.input.password, cameOf(asked));
          return renewed && answerWith({}, renewed.cookies);
        });
      },
    }),
  ];
}
