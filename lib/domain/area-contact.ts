type Contacted = { parent: string | null; hotline?: string; address?: string };

/** How citizens reach an area; null: nobody has said. */
export type AreaContact = { hotline: string | null; address: string | null };

/** G12: the hotline of the nearest area on the way up that has one, and the area's own address. */
export function contactOf(code: string, areaOf: (code: string) => Contacted | undefined): AreaContact {
  const own = areaOf(code);
  let area = own;
  // A tree has no loops; the bound keeps this total all the same.
  for (let height = 0; area && height < 16; height += 1) {
    if (area.hotline !== undefined) break;
    area = area.parent === null ? undefined : areaOf(area.parent);
  }
  return { hotline: area?.hotline ?? null, address: own?.address ?? null };
}

/** What a phone dials for a hotline: its first number; null where what is written is none that can be dialled. */
export function dialled(hotline: string): string | null {
  const [number] = hotline.match(/\+?\d[\d .()-]*\d/) ?? [];
  const digits = number?.replace(/[^\d+]/g, '') ?? '';
  return digits.length >= 3 && digits.length <= 16 ? digits : null;
}
