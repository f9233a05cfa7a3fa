import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../server/project-folder.ts';
import { type Guard, REFUSED } from './guard.ts';

/** What everybody may somewhere and, since the whole is held by administrators alone (K4), what touches the whole. */
const NOT_SEEING = ["'own'", "'area.see'", "'policy.set'"];

/** What a route declares: what it takes, asked of everybody instead, and the areas that it touches, none instead. */
const DECLARED: [what: string, line: RegExp, without: (found: string) => string][] = [
  [
    'need',
    /(?<=^ +need: )'[a-z.]+'(?=,$)/gm,
    (need) => (NOT_SEEING.includes(need) ? "'public'" : "'area.see'"),
  ],
  ['places', /(?<=^ +places: )\(.*\) =>[^;]*?(?=,\n +(async )?handle|,\n +gives)/gm, () => '() => []'],
];

/** The guards that every route declares, from the sources themselves: its need and its places. */
export function declaredGuards(): Guard[] {
  const files = ['server/admin', 'server/auth', 'server/http'].flatMap((folder) =>
    readdirSync(join(projectFolder(), folder))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(projectFolder(), file), 'utf8');
    return DECLARED.flatMap(([what, line, without]) =>
      [...source.matchAll(line)].flatMap(({ 0: found, index }): Guard[] => {
        if (found === "'public'") return [];
        const route = source.slice(0, index).split('route({').at(-1) ?? '';
        const [, method = ''] = /method: '(\w+)'/.exec(route) ?? [];
        const [, path = ''] = /path: (.*),$/m.exec(route) ?? [];
        const from = (text: string): string =>
          text.slice(0, index) + without(found) + text.slice(index + found.length);
        return [{ name: `${file}: ${what} of ${method} ${path}`, removals: [{ file, from }], red: REFUSED }];
      }),
    );
  });
}
