import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.mjs';

const inputs = [
  'app',
  'components',
  'lib',
  'server',
  'prisma',
  'public',
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
];
const outputs = ['.next/BUILD_ID', 'dist/main.js', 'dist/cli.js', 'dist/press-thread.js'];
/** Made from prisma/, which is counted itself. */
const generated = join('server', 'db', 'generated');
const stateFile = join(projectFolder, 'dist', 'build.json');

/** @param {string} path relative to the project @returns {string[]} the files at or below it, sorted */
function filesAt(path) {
  const full = join(projectFolder, path);
  if (path === generated || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesAt(join(path, name)));
}

/** SHA-256 over names and contents of everything a build is made from. */
export function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesAt)) {
    const content = readFileSync(join(projectFolder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Notes beside the bundles what they were built from. @param {string} hash from before the build began */
export function recordBuild(hash) {
  mkdirSync(join(projectFolder, 'dist'), { recursive: true });
  writeFileSync(stateFile, `${JSON.stringify({ inputs: hash })}\n`);
}

/** `none`: nothing to start; `stale`: built from other sources than those here; `current`.
 * @returns {'none' | 'stale' | 'current'} */
export function buildState() {
  if (!existsSync(stateFile) || outputs.some((file) => !existsSync(join(projectFolder, file)))) return 'none';
  return JSON.parse(readFileSync(stateFile, 'utf8')).inputs === hashOfInputs() ? 'current' : 'stale';
}
