import type { Held } from '../../lib/domain/access/grant.ts';
import type { HeldRole } from '../../lib/wire/access/account.ts';
import type { Core } from '../core.ts';

type Parts = Pick<Core, 'prisma' | 'memory'>;

/** Names of people by code. */
export async function namesOf({ prisma }: Parts, people: readonly string[]): Promise<Map<string, string>> {
  const rows = await prisma.person.findMany({
    where: { id: { in: [...new Set(people)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** An area by name; null: the whole installation. */
export function placeOf({ memory }: Parts, area: string | null): { code: string; name: string } | null {
  return area === null ? null : { code: area, name: memory.tree.areas.get(area)?.name ?? area };
}

/** What a person holds, as that person sees it. */
export async function heldRoles(core: Parts, person: string, held: readonly Held[]): Promise<HeldRole[]> {
  const { grants, loans } = core.memory.rights;
  const names = await namesOf(
    core,
    held.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  );
  return held.map(({ grant, role, area, onBehalfOf }): HeldRole => {
    const loan = [...loans.values()].find((one) => one.grant === grant && one.to === person);
    const days = onBehalfOf === null ? grants.get(grant) : loan;
    return {
      grant,
      role,
      area: placeOf(core, area),
      fromDay: days?.fromDay ?? null,
      toDay: days?.toDay ?? null,
      onBehalfOf: onBehalfOf === null ? null : { person: onBehalfOf, name: names.get(onBehalfOf) ?? '' },
    };
  });
}
