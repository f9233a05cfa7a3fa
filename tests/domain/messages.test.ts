import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
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
