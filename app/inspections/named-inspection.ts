export type InspectionProps = { params: Promise<{ code: string; inspection: string }> };

/** The unit and the code in an address, as their sources wrote them; what is no text at all names nothing. */
export async function namedInspection({ params }: InspectionProps) {
  const { code, inspection } = await params;
  return { unit: textOf(code), inspection: textOf(inspection) };
}

function textOf(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
