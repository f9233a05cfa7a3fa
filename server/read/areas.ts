import { treeEvents } from '../../lib/domain/events/tree.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { type AreaDefinition, byName } from '../../lib/domain/tree.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import type { ReadContext } from './context.ts';

/** Whether the caller may see an area. */
export type MaySee = (code: string) => boolean;

/** The tree the caller may see, parents before children, siblings by name; on a past day as it then was. */
export async function areas(context: ReadContext, maySee: MaySee, day: string | null): Promise<AreaItem[]> {
  const all = day === null ? [...context.tree.areas.values()] : await areasOn(context, day);
  const present = new Set(all.map((area) => area.code));
  const children = grouped(all, (area) =>
    area.parent !== null && present.has(area.parent) ? area.parent : null,
  );
  const items: AreaItem[] = [];
  const walk = (parent: string | null): void => {
    for (const area of (children.get(parent) ?? []).sort(byName)) {
      if (maySee(area.code)) items.push(itemOf(area));
      walk(area.code);
    }
  };
  walk(null);
  return items;
}

function itemOf(area: AreaDefinition): AreaItem {
  const { code, parent, kind, name, queue, timezone, demo } = area;
  return {
    code,
    parent,
    kind,
    name,
    nameEn: area.nameEn ?? null,
    label: area.label ?? null,
    queue,
    timezone,
    demo,
    validFrom: area.validFrom ?? null,
    validTo: area.validTo ?? null,
    ...(area.succeeds.length > 0 && { succeeds: area.succeeds }),
    ...(area.hotline !== undefined && { hotline: area.hotline }),
    ...(area.address !== undefined && { address: area.address }),
  };
}

const dayOf = (date: Date | null): string | undefined => date?.toISOString().slice(0, 10);

/** G6: of each area the last definition that was in force on the day; days are inclusive. */
async function areasOn({ prisma }: ReadContext, day: string): Promise<AreaDefinition[]> {
  const on = new Date(`${day}T00:00:00Z`);
  const versions = await prisma.areaVersion.findMany({
    where: { OR: [{ validFrom: null }, { validFrom: { lte: on } }] },
    orderBy: [{ code: 'asc' }, { seq: 'desc' }],
    distinct: ['code'],
  });
  return versions
    .filter(({ validTo }) => validTo === null || validTo >= on)
    .map(({ seq: _, validFrom, validTo, nameEn, label, hotline, address, ...area }) =>
      treeEvents['area.defined'].parse({
        ...area,
        nameEn: nameEn ?? undefined,
        label: label ?? undefined,
        hotline: hotline ?? undefined,
        address: address ?? undefined,
        validFrom: dayOf(validFrom),
        validTo: dayOf(validTo),
      }),
    );
}
