import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import en from '../../lib/i18n/messages/en.json';
import vi from '../../lib/i18n/messages/vi.json';

type Tree = { [key: string]: string | Tree };

/** Every text by its dotted key. */
function textsOf(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of textsOf(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

const both = { vi: textsOf(vi), en: textsOf(en) };

/** A value for every placeholder of a text: a number where it counts, a word elsewhere. */
const valuesFor = (text: string): Record<string, string | number> =>
  Object.fromEntries(
    [...text.matchAll(/\{(\w+)\s*([,}])/g)].map(([, name = '', end]) => [name, end === ',' ? 2 : 'x']),
  );

test('both languages have the same texts', () => {
  expect([...both.en.keys()].sort()).toEqual([...both.vi.keys()].sort());
});

test.each(['vi', 'en'] as const)('no text of %s is empty, untrimmed or not NFC', (locale) => {
  const bad = [...both[locale]].filter(
    ([, text]) => text === '' || text !== text.trim() || text !== text.normalize('NFC'),
  );
  expect(bad).toEqual([]);
});

test.each(['vi', 'en'] as const)('every text of %s is a well-formed message', (locale) => {
  const broken: string[] = [];
  const t = createTranslator({
    locale,
    messages: locale === 'vi' ? vi : en,
    onError: (error) => broken.push(error.message),
  });
  // The keys are data here, which the typed translator cannot know.
  const translate = t as unknown as (key: string, values: Record<string, unknown>) => string;
  for (const [key, text] of both[locale]) translate(key, valuesFor(text));
  expect(broken).toEqual([]);
});

test('negative reasons are written with "chưa", never "không" (glossary)', () => {
  const lacks = Object.values(vi.reasons.lack);
  expect(lacks.filter((text) => !text.startsWith('chưa'))).toEqual([]);
});
