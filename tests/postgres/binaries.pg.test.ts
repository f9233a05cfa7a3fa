import { spawnSync } from 'node:child_process';
import { cp, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreLinks } from '../../server/db/binary-links.ts';
import { findBinaries } from '../../server/db/postgres-binaries.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-binaries-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('the PostgreSQL of the npm package', () => {
  test('runs after an install without scripts, which leaves the links of its libraries out', async () => {
    const { postgres } = await findBinaries(null, folder);
    const native = join(folder, 'native');
    await cp(dirname(dirname(postgres)), native, { recursive: true, verbatimSymlinks: true });
    const libraries = await readdir(join(native, 'lib'));
    const paths = libraries.map((name) => join(native, 'lib', name));
    const links = await Promise.all(paths.map(async (path) => (await lstat(path)).isSymbolicLink()));
    await Promise.all(paths.filter((_, index) => links[index]).map((path) => rm(path)));

    expect(await restoreLinks(native)).toBe(true);

    expect(await readdir(join(native, 'lib'))).toEqual(libraries);
    const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' });
    expect(run.stdout).toMatch(/PostgreSQL\) 18/);
  });
});
