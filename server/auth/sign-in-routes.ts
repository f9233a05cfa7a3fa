import { z } from 'zod';
import { isEnabled } from '../../lib/domain/access/rights.ts';
import {
  firstRunRequest,
  type LinkAnswer,
  linkRequest,
  type SignInAnswer,
  secondFactorRequest,
  signInRequest,
  useLinkRequest,
} from '../../lib/wire/access/sign-in.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { iso } from '../http/iso.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, type Authorised, route } from '../http/route.ts';
import { personFrom } from '../log/actor.ts';
import { answerWith, done, mustWait } from './answer-with.ts';
import type { Auth } from './auth.ts';
import { type Came, cameOf } from './came.ts';
import { createFirstRun } from './first-run.ts';
import { guessedSlowly } from './guessed-slowly.ts';
import type { Signed } from './signing.ts';

/** Signing in and out, one-time links and the first run: the routes where nobody needs to be known yet. */
export function signInRoutes(core: Pick<Core, 'prisma' | 'memory' | 'door'>, auth: Auth): AnyRoute[] {
  const { signing, sessions, links, credentials, lockOut } = auth;
  const firstRun = createFirstRun(core, auth);
  const slowly = guessedSlowly(lockOut);

  /** The answer to a good try; whoever was signed in at this browser before is so no more. */
  async function welcome(
    { subject, from, actor }: Authorised<unknown>,
    signed: Exclude<Signed, { kind: 'refused' }>,
    login: string | null,
  ): Promise<Response> {
    await lockOut.forgive(login, from);
    if (signed.kind === 'second_factor')
      return answerWith({ kind: 'second_factor' } satisfies SignInAnswer, signed.cookies);
    if (subject?.kind === 'person') await sessions.end(subject.session, 'signed_out', actor(null));
    return answerWith({ kind: 'signed_in', to: '/' } satisfies SignInAnswer, signed.cookies);
  }

  async function chosen(person: string, password: string, came: Came): Promise<Signed> {
    await credentials.setPassword(person, password, came);
    const signed = await signing.withoutPassword(person, came);
    if (signed.kind !== 'refused') return signed;
    const held = await core.prisma.person.findUniqueOrThrow({ where: { id: person } });
    return signing.byPassword({ person, login: held.login }, password, came);
  }

  const isOpen = (person: string | null): person is string =>
    person !== null && isEnabled(core.memory.rights, person);

  return [
    route({
      method: 'POST',
      path: '/api/v1/session',
      need: 'public',
      input: signInRequest,
      async handle(asked) {
        const { request, from, input } = asked;
        const known = await signing.identify(input.login);
        const permit = await lockOut.permit(input.login, known?.person ?? null, from);
        if (permit.kind === 'wait') return mustWait(request, permit.waitSeconds);
        const trusted = permit.kind === 'go' ? known : null;
        const signed = await signing.byPassword(trusted, input.password, cameOf(asked));
        if (signed.kind === 'refused') return problemResponse(request, 'bad_sign_in');
        return welcome(asked, signed, input.login);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/session/second-factor',
      need: 'public',
      input: secondFactorRequest,
      handle: slowly(async (asked) => {
        const { request, input } = asked;
        const came = cameOf(asked);
        const signed = await signing.bySecondFactor(input.code, came);
        if (signed.kind !== 'signed_in') return problemResponse(request, 'bad_second_factor');
        const { person } = signed.session;
        if (signed.byBackupCode)
          await credentials.note(person, 'backup_code_used', personFrom(person, asked.from));
        return welcome(asked, signed, null);
      }),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/session',
      need: 'own',
      input: z.object({}),
      async handle(asked) {
        const { subject } = asked;
        const cookies = await signing.signOut(cameOf(asked));
        if (subject?.kind === 'person') await sessions.end(subject.session, 'signed_out', asked.actor(null));
        return done(cookies);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/links/look',
      need: 'public',
      input: linkRequest,
      handle: slowly(async ({ request, from, input }) => {
        const link = await links.look(input.token);
        if (!link || (link.kind === 'first_run' ? firstRun.isDone() : !isOpen(link.person)))
          return problemResponse(request, 'bad_link');
        await lockOut.forgive(null, from);
        const held =
          link.person === null ? null : await core.prisma.person.findUnique({ where: { id: link.person } });
        return answer({
          kind: link.kind,
          name: held?.name ?? null,
          login: held?.login ?? null,
          expiresAt: iso(link.expiresAt),
        } satisfies LinkAnswer);
      }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/links/use',
      need: 'public',
      input: useLinkRequest,
      handle: slowly(async (asked) => {
        const { request, input } = asked;
        const seen = await links.look(input.token);
        if (!seen || seen.kind === 'first_run' || !isOpen(seen.person))
          return problemResponse(request, 'bad_link');
        if (seen.kind !== 'demo' && input.password === undefined)
          return badFields(request, [{ pointer: '/password', rule: 'required' }]);
        const used = await links.use(input.token);
        if (!used) return problemResponse(request, 'bad_link');
        const came = cameOf(asked);
        const signed =
          seen.kind === 'demo' || input.password === undefined
            ? await signing.withoutPassword(seen.person, came)
            : await chosen(seen.person, input.password, came);
        return signed.kind === 'refused'
          ? problemResponse(request, 'bad_link')
          : welcome(asked, signed, null);
      }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/first-run',
      need: 'public',
      input: firstRunRequest,
      handle: slowly(async (asked) => {
        const { request, input } = asked;
        const made = await firstRun.make(input, cameOf(asked));
        if (!made.ok)
          return made.faults.length > 0
            ? badFields(request, made.faults)
            : problemResponse(request, 'bad_link');
        return welcome(asked, made.signed, null);
      }),
    }),
  ];
}
