import { z } from 'zod';
import type { Held } from '../../lib/domain/access/grant.ts';
import { lineOf, localDayIn } from '../../lib/domain/tree.ts';
import { type LoanLine, type LoansAnswer, lendRequest } from '../../lib/wire/access/account.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import { newCode } from '../access/secret.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { type Actor, personFrom } from '../log/actor.ts';
import { selfOf } from './account-routes.ts';
import { done } from './answer-with.ts';
import type { Auth } from './auth.ts';
import { namesOf, placeOf } from './held-roles.ts';
import { defineAs } from './people.ts';

type Given = z.output<typeof lendRequest>;
type Parts = Pick<Core, 'prisma' | 'memory' | 'door' | 'now'>;

/** Lending an own role for some days ("ủy quyền"): whoever acts by it acts on behalf of the lender. */
export function loanRoutes(core: Parts, { signing }: Pick<Auth, 'signing'>): AnyRoute[] {
  const { memory, door } = core;

  const rootOf = (area: string): string | undefined => lineOf(memory.tree, area).at(-1)?.code;

  /** Whom to lend to. Somebody of another city is nobody here. */
  async function borrower(login: string, area: string): Promise<string | null> {
    const known = await signing.identify(login);
    const held = memory.rights.people.get(known?.person ?? '');
    if (!held || held.disabled || held.area === null || rootOf(held.area) !== rootOf(area)) return null;
    return held.person;
  }

  async function lend(
    held: readonly Held[],
    { grant, to, fromDay, toDay }: Given,
    by: Actor,
  ): Promise<Fault[]> {
    const fault = (pointer: string, rule: string): Fault[] => [{ pointer, rule }];
    const own = held.find((one) => one.grant === grant && one.onBehalfOf === null);
    if (!own?.area) return fault('/grant', 'unknown_grant');
    if (toDay < localDayIn(memory.tree, own.area, core.now())) return fault('/toDay', 'days_past');
    const borrowed = await borrower(to, own.area);
    if (borrowed === null) return fault('/to', 'unknown_person');
    const loan = newCode('l');
    return defineAs(door, [{ type: 'person.lent', data: { loan, grant, to: borrowed, fromDay, toDay } }], by);
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/me/loans',
      need: 'own',
      input: z.object({}),
      async handle(asked) {
        const { person } = selfOf(asked);
        return answer({ loans: await loansOf(core, person) } satisfies LoansAnswer);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/loans',
      need: 'rights.lend',
      input: lendRequest,
      async handle(asked) {
        const { person, held } = selfOf(asked);
        // The lender acts for nobody else: a borrowed role is not lent on.
        const faults = await lend(held, asked.input, personFrom(person, asked.from));
        return faults.length > 0
          ? badFields(asked.request, faults)
          : answer({ loans: await loansOf(core, person) } satisfies LoansAnswer);
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/loans/:loan',
      need: 'own',
      input: z.object({}),
      async handle(asked) {
        const { person } = selfOf(asked);
        const loan = memory.rights.loans.get(asked.params.loan ?? '');
        const lender = loan && memory.rights.grants.get(loan.grant)?.person;
        if (!loan || lender !== person) return problemResponse(asked.request, 'not_found');
        await defineAs(door, [{ type: 'person.loan_ended', data: { loan: loan.loan } }], asked.actor(null));
        return done();
      },
    }),
  ];
}

async function loansOf(core: Parts, person: string): Promise<LoanLine[]> {
  const { grants, loans } = core.memory.rights;
  const own = [...loans.values()].flatMap((loan) => {
    const grant = grants.get(loan.grant);
    return grant && (grant.person === person || loan.to === person) ? [{ loan, grant }] : [];
  });
  const names = await namesOf(
    core,
    own.flatMap(({ loan, grant }) => [loan.to, grant.person]),
  );
  const named = (code: string) => ({ person: code, name: names.get(code) ?? '' });
  return own.map(
    ({ loan: { loan, to, fromDay, toDay }, grant }): LoanLine => ({
      loan,
      grant: grant.grant,
      role: grant.role,
      area: placeOf(core, grant.area),
      from: named(grant.person),
      to: named(to),
      fromDay,
      toDay,
    }),
  );
}
