/** A part of an address as its source wrote it; one that is no text at all names nothing. */
export function pathPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
