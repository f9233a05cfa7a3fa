import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../server/project-folder.ts';
import { buildState, hashOfInputs } from '../../server/tools/build-state.mjs';

const folder = join(projectFolder(), 'node_modules', '.cache', 'thuoc-do-tests');
const KEPT_MS = 3_600_000;

/**
 * Path of the bundled server: that of the build where it fits the sources, else one made here without the pages (half
 * a second, and every start is then two seconds faster than from source).
 */
export async function serverProgram(): Promise<string> {
  if (buildState() === 'current') return join(projectFolder(), 'dist', 'main.js');
  const name = hashOfInputs().slice(0, 20);
  const own = join(folder, name);
  const file = join(own, 'main.js');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder))
    if (Date.now() - statSync(join(folder, old)).mtimeMs > KEPT_MS)
      rmSync(join(folder, old), { recursive: true, force: true });
  const draft = `${own}.${process.pid}`;
  await build({
    absWorkingDir: projectFolder(),
    entryPoints: { main: 'server/main.ts', 'press-thread': 'server/reports/press-thread.ts' },
    outdir: draft,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    renameSync(draft, own);
  } catch (error) {
    // Another test file was faster, and made the same.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(file)) throw error;
  }
  return file;
}
