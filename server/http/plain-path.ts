/**
 * The path of a request's target where it can be read in one way only; null: another form (`http://…`, `*`), an escape
 * that is none, or something that one reader takes for a slash, a dot segment or an end and the next one does not.
 */
export function plainPath(target: string | undefined): string | null {
  const path = (target ?? '').split('?', 1)[0] ?? '';
  if (!path.startsWith('/')) return null;
  const segments = path.slice(1).split('/');
  return segments.every((segment, at) => isPlain(segment, at === segments.length - 1)) ? path : null;
}

function isPlain(segment: string, isLast: boolean): boolean {
  let text: string;
  try {
    text = decodeURIComponent(segment);
  } catch {
    return false;
  }
  if (text === '') return isLast;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text !== '.' && text !== '..' && !/[/\\#\u0000-\u001f\u007f]/.test(text);
}
