import { localName, type Named } from '../../lib/i18n/local-name.ts';
import type { Locale } from '../../lib/i18n/locale.ts';

type Placed = Named & { label: string | null };

/** "Phường Lưu Hà": the name with what its kind is called here, unless the name says so already. */
export function fullName(locale: Locale, place: Placed): string {
  const name = localName(locale, place);
  if (locale !== 'vi' || !place.label || name.toLowerCase().startsWith(place.label.toLowerCase()))
    return name;
  return `${place.label} ${name}`;
}

/** What all the places are called ("phường"), or null where they differ or nothing is known. */
export function commonLabel(places: readonly { label: string | null }[]): string | null {
  const [first, ...rest] = new Set(places.map((place) => place.label?.toLowerCase() ?? null));
  return rest.length === 0 ? (first ?? null) : null;
}
