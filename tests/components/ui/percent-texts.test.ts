import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../server/project-folder.ts';

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(projectFolder(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const textOf = (file: string): string => readFileSync(join(projectFolder(), file), 'utf8');

/** Every message of a theme by its path. */
function messagesIn(value: unknown, at: string): [path: string, message: string][] {
  if (typeof value === 'string') return [[at, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => messagesIn(inner, `${at}/${key}`));
}

const said = (text: string, name: string): boolean => new RegExp(`\\{${name}[,}]`).test(text);

test('W4: a message that says a share says of how many', () => {
  const messages = filesIn('lib/i18n/messages', /\.json$/).flatMap((file) =>
    messagesIn(JSON.parse(textOf(file)), file),
  );
  const shares = messages.filter(([, text]) => said(text, 'share'));
  expect(shares.filter(([, text]) => !['of', 'n', 'count'].some((name) => said(text, name)))).toEqual([]);
  expect(shares.length).toBeGreaterThan(20);
});

/** Where else a share becomes text, and why its n is there. */
const MAKERS: Record<string, string> = {
  'components/ui/share.tsx': 'the figure itself, which names its n to the walk of the pages',
  'components/measures/figure-text.ts': 'the value of any measure; its callers stand in the walk',
  'components/charts/share-text.ts': 'with its count in one text',
  'components/charts/share-table.tsx': 'bounds of an interval',
  'components/compare/compare-table.tsx': 'bounds of an interval',
  'components/dossiers/seen-beside.tsx': 'with its count in one text',
  'components/reports/late-changes.tsx': 'with its count in one message',
  'components/admin/use-audit-sentence.ts': 'the value of a survey, with its answers in one message',
  'lib/i18n/report/report-cells.ts': 'a cell that carries its n',
  'lib/i18n/brief-text.ts': 'handed to messages that say of how many',
};

test('W4: a share becomes text as a figure with its n, as a bound, or inside a message that says of how many', () => {
  const files = ['app', 'components', 'lib/i18n'].flatMap((folder) => filesIn(folder, /\.tsx?$/));
  const faults = files
    .filter((file) => !(file in MAKERS))
    .flatMap((file) =>
      [...textOf(file).matchAll(/.*\.percent\(.*/g)]
        .map(([line]) => line.trim())
        .filter((line) => !/\b(share|low|high): (words\.)?format\.percent\(/.test(line))
        .map((line) => `${file}: ${line}`),
    );
  expect(faults).toEqual([]);
  expect(Object.keys(MAKERS).filter((file) => !/\bpercent\(/.test(textOf(file)))).toEqual([]);
});
