import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../server/project-folder.ts';
import type { KeptAlive } from '../support/kept-alive.ts';
import { PAGE } from '../support/whole-server.ts';
import type { Subject } from './subjects.ts';

/** Pages for whoever is nobody yet, and those of walls and devices; every other is for people, whatever they hold: what it shows comes from the API. */
const OPEN = [
  '/counter',
  '/kiosk',
  '/rate',
  '/rate/here/[code]',
  '/rate/later/[code]',
  '/enter',
  '/login',
  '/pair',
  '/start',
  '/wall',
  '/wall/sw.js',
  '/p/[code]',
  '/p/[code]/gop-y',
  '/p/[code]/gop-y/[receipt]',
  '/t/[code]',
];

/** What is no page but stands beside them. */
const BESIDE: Record<string, 'everybody' | 'people' | 'nobody'> = {
  '/no-such-page': 'people',
  '/_next/static/chunk.js': 'everybody',
  '/_next/image': 'nobody',
  '/icon.svg': 'everybody',
};

/** The pages that there are, as their folders name them. */
function pagesOfApp(): string[] {
  const app = join(projectFolder(), 'app');
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[/\\])(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.split(/[/\\]/).slice(0, -1).join('/')}`);
}

/** Every subject at every page: what is wrong. */
export async function openAll({ ask }: KeptAlive, subjects: readonly Subject[]) {
  const faults: string[] = [];
  let cells = 0;
  const pages = Object.fromEntries(
    pagesOfApp().map((page) => [page, OPEN.includes(page) ? ('everybody' as const) : ('people' as const)]),
  );
  for (const [page, whom] of Object.entries({ ...pages, ...BESIDE }))
    for (const { name, kind, headers } of subjects) {
      cells += 1;
      const { status, text } = await ask('GET', page.replace(/\[\w+\]/g, 'a'), headers);
      const opened = status === 200 && text === PAGE;
      const expected = whom === 'everybody' || (whom === 'people' && kind === 'person');
      const refused = whom === 'nobody' ? status === 404 : status === 303;
      if (expected ? !opened : !refused || text.includes(PAGE))
        faults.push(`${name} · ${page}: ${expected ? 'not opened' : 'not refused'}, got ${status}`);
    }
  return { faults, cells };
}
