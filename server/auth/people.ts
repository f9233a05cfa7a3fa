import { accessRefusal } from '../../lib/domain/access/rules.ts';
import type { LinkMade, NewPerson, PersonLine, RenamedPerson } from '../../lib/wire/access/administration.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import { faultsOf } from '../access/faults-of.ts';
import { newCode } from '../access/secret.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { givenEmail } from '../log/access-rows.ts';
import type { Actor } from '../log/actor.ts';
import type { Definition } from '../log/submission.ts';
import type { Links } from './one-time-links.ts';

type Added = { ok: true; person: string } | { ok: false; faults: Fault[] };

export type People = {
  /** A person with a first role, whole or not at all. */
  add(given: NewPerson, by: Actor): Promise<Added>;
  /** Another name, login or address; without an address the one before is forgotten. */
  rename(person: string, given: RenamedPerson, by: Actor): Promise<Fault[]>;
  /** An invitation, or a new way in for whoever chose a password before; null: nobody has this code. */
  link(person: string, by: Actor): Promise<LinkMade | null>;
  /** Disabling ends every session of the person. Unknown codes are refused by the log. */
  setDisabled(person: string, disabled: boolean, by: Actor): Promise<Fault[]>;
  /** Which of login and e-mail belong to somebody else than `self`. */
  taken(given: Pick<NewPerson, 'login' | 'email'>, self: string | null): Promise<Fault[]>;
  /** Everybody, by name. */
  list(): Promise<PersonLine[]>;
};

type Parts = Pick<Core, 'prisma' | 'memory' | 'door'>;

/** Writes definitions; the rules that were broken, as faults of the form they come from. */
export const defineAs = async (door: Core['door'], definitions: Definition[], by: Actor): Promise<Fault[]> =>
  faultsOf(await door.define(definitions, by));

export function createPeople({ prisma, memory, door }: Parts, links: Links): People {
  let adding: Promise<unknown> = Promise.resolve();

  /** One after the other: names are unique, and between the look and the write nobody may take one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = adding.then(work);
    adding = done.catch(() => undefined);
    return done;
  };

  async function taken(
    { login, email }: Pick<NewPerson, 'login' | 'email'>,
    self: string | null,
  ): Promise<Fault[]> {
    const holders = await prisma.person.findMany({
      where: { OR: [{ login }, ...(email === undefined ? [] : [{ email }])], NOT: { id: self ?? '' } },
      select: { login: true, email: true },
    });
    return [
      ...(holders.some((one) => one.login === login) ? [{ pointer: '/login', rule: 'login_taken' }] : []),
      ...(holders.some((one) => one.email === email) ? [{ pointer: '/email', rule: 'email_taken' }] : []),
    ];
  }

  function refusals(added: Definition[], person: string, area: string | null): Fault[] {
    const known = { person, area, disabled: false };
    const rights = { ...memory.rights, people: new Map([[person, known]]) };
    return added.flatMap((definition) => {
      if (definition.type !== 'person.granted') return [];
      const refusal = accessRefusal(memory.tree, rights, definition);
      return refusal ? [{ pointer: refusal.pointer, rule: refusal.code }] : [];
    });
  }

  return {
    taken,
    add: (given, by) =>
      inTurn(async (): Promise<Added> => {
        const { name, login, email, role, area, fromDay, toDay } = given;
        const person = newCode('p');
        const definitions: Definition[] = [
          {
            type: 'person.added',
            data: { person, area, name, login, ...(email !== undefined && { email }) },
          },
          {
            type: 'person.granted',
            data: {
              grant: newCode('g'),
              person,
              role,
              area,
              ...(fromDay !== undefined && { fromDay }),
              ...(toDay !== undefined && { toDay }),
            },
          },
        ];
        const faults = [...(await taken(given, null)), ...refusals(definitions, person, area)];
        if (faults.length > 0) return { ok: false, faults };
        const refused = await defineAs(door, definitions, by);
        return refused.length > 0 ? { ok: false, faults: refused } : { ok: true, person };
      }),
    rename: (person, given, by) =>
      inTurn(async () => {
        const faults = await taken(given, person);
        if (faults.length > 0) return faults;
        const { email, ...named } = given;
        const data = { person, ...named, ...(email !== undefined && { email }) };
        return defineAs(door, [{ type: 'person.renamed', data }], by);
      }),
    async link(person, by) {
      if (!memory.rights.people.has(person)) return null;
      const joined = await prisma.authAccount.findFirst({ where: { person, password: { not: null } } });
      await defineAs(
        door,
        [{ type: 'person.credentials_changed', data: { person, change: 'link_made' } }],
        by,
      );
      const { link, expiresAt } = await links.make(joined ? 'recovery' : 'invitation', person);
      if (expiresAt === null) throw new AppError('endless_link', 'an invitation always ends');
      return { person, link, expiresAt: new Date(expiresAt).toISOString() };
    },
    setDisabled: (person, disabled, by) =>
      defineAs(door, [{ type: disabled ? 'person.disabled' : 'person.enabled', data: { person } }], by),
    async list() {
      const [people, joined, sessions] = await Promise.all([
        prisma.person.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
        prisma.authAccount.findMany({ where: { password: { not: null } }, select: { person: true } }),
        prisma.authSession.groupBy({ by: ['person'], _max: { updatedAt: true } }),
      ]);
      const withPassword = new Set(joined.map(({ person }) => person));
      const seen = new Map(sessions.map(({ person, _max }) => [person, _max.updatedAt]));
      const officers = [...memory.rights.officers.values()];
      const grants = [...memory.rights.grants.values()];
      return people.map(
        ({ id, name, login, email, area, disabled, twoFactor }): PersonLine => ({
          person: id,
          name,
          login,
          email: givenEmail(email),
          area,
          disabled,
          secondFactor: twoFactor,
          joined: withPassword.has(id),
          lastSeenAt: seen.get(id)?.toISOString() ?? null,
          grants: grants.flatMap(({ person, ...grant }) => (person === id ? [grant] : [])),
          officers: officers.flatMap(({ person, ...link }) => (person === id ? [link] : [])),
        }),
      );
    },
  };
}
