/** A number as people type it ("98,5", "98.5 %"); undefined where nothing stands, the text itself where it is none. */
export function typedNumber(text: string): number | string | undefined {
  const typed = text.trim().replace(/\s*%$/, '');
  if (typed === '') return undefined;
  return /^-?\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : text;
}
