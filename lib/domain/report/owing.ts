import { byName } from '../tree.ts';

/** What somebody still owes, by kind: dossiers past their due date, apologies, pages of the book, alerts that nobody took. */
export const OWED = ['overdue', 'apologies', 'pages', 'alerts'] as const;
export type Owed = (typeof OWED)[number];

/** What one area owes at an instant. */
export type Owing = Record<Owed, number> & { code: string; name: string; nameEn: string | null };

/** One kind, counted by area. */
export type OwedCounts = Record<Owed, ReadonlyMap<string, number>>;

type Named = { name: string; nameEn: string | null };

const all = (owing: Owing): number => OWED.reduce((sum, kind) => sum + owing[kind], 0);

/** Who owes what: the areas that owe anything, by how much there is to do, then by name; never a person. */
export function owingAreas(counts: OwedCounts, nameOf: (code: string) => Named): Owing[] {
  const codes = new Set(OWED.flatMap((kind) => [...counts[kind].keys()]));
  const lines = [...codes].map((code): Owing => {
    const of = (kind: Owed): number => counts[kind].get(code) ?? 0;
    return {
      code,
      ...nameOf(code),
      overdue: of('overdue'),
      apologies: of('apologies'),
      pages: of('pages'),
      alerts: of('alerts'),
    };
  });
  return lines.filter((line) => all(line) > 0).sort((a, b) => all(b) - all(a) || byName(a, b));
}
