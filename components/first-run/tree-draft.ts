import { searchFold } from '../../lib/i18n/search-fold.ts';

/** A line somebody drew. `code` '' : made from the name. */
export type DraftLine = { id: number; kind: 'district' | 'ward' | 'centre'; name: string; code: string };
/** A city and the lines below it; a unit belongs to the grouping above it, or to the city where there is none. */
export type TreeDraft = { city: { name: string; code: string }; lines: readonly DraftLine[] };

export type DrawnArea = { code: string; parent: string | null; kind: string; name: string };

/** A name as a code that ticket machines can write: "Phường Tân An" → "phuong-tan-an". */
const codeOf = (name: string): string => searchFold(name).replaceAll(' ', '-').slice(0, 60);

/** What was drawn as areas, parents first, each with a code of its own. The order is that of the lines. */
export function drawnAreas({ city, lines }: TreeDraft): DrawnArea[] {
  const taken = new Set<string>([city.code, ...lines.map(({ code }) => code)].filter(Boolean));
  const codeFor = (given: string, name: string): string => {
    if (given !== '') return given;
    const made = codeOf(name);
    let code = made;
    for (let n = 2; taken.has(code); n += 1) code = `${made}-${n}`;
    if (code !== '') taken.add(code);
    return code;
  };
  const root = codeFor(city.code, city.name);
  const areas: DrawnArea[] = [{ code: root, parent: null, kind: 'city', name: city.name }];
  let above = root;
  for (const { kind, name, code: given } of lines) {
    const code = codeFor(given, name);
    areas.push({ code, parent: kind === 'district' ? root : above, kind, name });
    if (kind === 'district') above = code;
  }
  return areas;
}
