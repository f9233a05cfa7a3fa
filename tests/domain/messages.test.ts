import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import format, { type CompiledMessage } from 'icu-minify/format';
import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import vi from '../../lib/i18n/messages/vi.json';
import { parsedTexts } from '../../lib/i18n/parsed-texts.ts';

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

const folder = join(import.meta.dirname, '../../lib/i18n/messages');

/** The texts of every page and of every theme, as a page that needed them all would hold them. */
function messagesOf(locale: 'vi' | 'en'): Tree {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const ours = files.filter((file) => file.endsWith(`${locale}.json`));
  const trees: Tree[] = ours.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return Object.assign({}, ...trees);
}

const messages = { vi: messagesOf('vi'), en: messagesOf('en') };
const both = { vi: textsOf(messages.vi), en: textsOf(messages.en) };

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
    messages: messages[locale],
    onError: (error) => broken.push(error.message),
  });
  // The keys are data here, which the typed translator cannot know.
  const translate = t as unknown as (key: string, values: Record<string, unknown>) => string;
  for (const [key, text] of both[locale]) translate(key, valuesFor(text));
  expect(broken).toEqual([]);
});

const formatters = {
  getDateTimeFormat: (...of: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...of),
  getNumberFormat: (...of: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...of),
  getPluralRules: (...of: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...of),
};

test.each(['vi', 'en'] as const)('every text of %s reads the same when it is parsed ahead', (locale) => {
  const t = createTranslator({ locale, messages: messages[locale] });
  // The keys are data here, which the typed translator cannot know; nor does the type say that texts are parsed.
  const translate = t as unknown as (key: string, values: Record<string, unknown>) => string;
  const parsed: unknown = parsedTexts(messages[locale]);
  const at = (key: string): CompiledMessage =>
    key
      .split('.')
      .reduce<unknown>((tree, part) => Reflect.get(Object(tree), part), parsed) as CompiledMessage;
  for (const [key, text] of both[locale])
    for (const count of [0, 1, 2, 21, 12_345]) {
      const values = Object.fromEntries(
        Object.entries(valuesFor(text)).map(([name, value]) => [name, value === 2 ? count : value]),
      );
      expect(format(at(key), locale, values, { formatters }), key).toBe(translate(key, values));
    }
});

test('negative reasons are written with "chưa", never "không" (glossary)', () => {
  const lacks = Object.values(vi.reasons.lack);
  expect(lacks.filter((text) => !text.startsWith('chưa'))).toEqual([]);
});

test('no two themes give the same texts', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /vi\.json$/.test(file),
  );
  const spaces = files.flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  expect([...new Set(spaces)].length).toBe(spaces.length);
});

test('every rule that a form can break has a text', () => {
  const named = ['../../lib/wire/access', '../../lib/domain/access', '../../lib/domain/events'].flatMap(
    (of) =>
      readdirSync(join(import.meta.dirname, of)).flatMap((file) => [
        ...readFileSync(join(import.meta.dirname, of, file), 'utf8').matchAll(
          /(?:message: |refuse\()'([a-z_]+)'/g,
        ),
      ]),
  );
  const rules = [...new Set(named.map(([, rule]) => rule))];
  expect(rules).toContain('password_short');
  expect(rules.filter((rule) => !both.vi.has(`rules.${rule}`))).toEqual([]);
});
