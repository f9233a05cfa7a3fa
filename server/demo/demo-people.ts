import type { Auth } from '../auth/auth.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { OPERATOR } from '../log/actor.ts';
import { CITY, codeOf } from './demo-city.ts';

/** Invented people of the invented city. They have no password: only the links of a running demonstration open it. */
const PEOPLE = [
  {
    login: 'demo-lanh-dao',
    name: 'Lê Minh Tâm',
    role: 'leader',
    area: CITY.code,
    title: 'lãnh đạo thành phố · leader of the city',
  },
  {
    login: 'demo-phuong',
    name: 'Phạm Thu Hà',
    role: 'head',
    area: codeOf('Lưu Hà'),
    title: 'phụ trách phường Lưu Hà · head of a ward',
  },
  {
    login: 'demo-quan-tri',
    name: 'Nguyễn An',
    role: 'admin',
    // Not the whole installation: that is for the first run, in a folder that held a demonstration too.
    area: CITY.code,
    title: 'quản trị thành phố · administrator of the city',
  },
] as const;

/** Makes the people once and says their links, which sign in without a password as long as this server runs. */
export async function sayDemoLinks({ prisma }: Pick<Core, 'prisma'>, { people, links }: Auth): Promise<void> {
  const lines: string[] = [];
  for (const { title, ...given } of PEOPLE) {
    const held = await prisma.person.findUnique({ where: { login: given.login }, select: { id: true } });
    const added = held ? { ok: true as const, person: held.id } : await people.add(given, OPERATOR);
    if (!added.ok) throw new AppError('demo_refused', JSON.stringify(added.faults));
    const { link } = await links.make('demo', added.person);
    lines.push(`  ${title}\n    ${link}`);
  }
  console.info(`  Vào xem với vai · look around as\n${lines.join('\n')}\n`);
}
