import compile from 'icu-minify/compile';

type Texts = { readonly [key: string]: string | Texts };

const known = new WeakMap<Texts, Texts>();

/**
 * The texts parsed, so that no browser has to; each tree once. Their type stays that of the texts, from which use-intl
 * knows keys and values; its `format-only` (next.config.mjs) reads them parsed.
 */
export function parsedTexts<T extends Texts>(texts: T): T {
  // By way of JSON, since React sends no objects without a prototype, which the parser makes.
  const parsed = known.get(texts) ?? JSON.parse(JSON.stringify(parse(texts)));
  known.set(texts, parsed);
  return parsed;
}

const parse = (texts: Texts): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? compile(text) : parse(text)]),
  );
