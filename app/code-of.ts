/** The area's code as its source wrote it; a path that is no text at all names no area. */
export async function codeOf(params: Promise<{ code: string }>): Promise<string> {
  const { code } = await params;
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
