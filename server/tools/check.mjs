import { ensurePrismaClient } from './ensure-prisma-client.mjs';
import { runNode, scriptOf } from './project.mjs';

/** @type {[string, string, string[]][]} */
const steps = [
  ['format and lint (biome)', scriptOf('@biomejs/biome', 'biome'), ['check', '--error-on-warnings', '.']],
  ['types (tsc)', scriptOf('typescript', 'tsc'), ['--noEmit']],
  [
    'floors (dependency-cruiser)',
    scriptOf('dependency-cruiser', 'depcruise'),
    ['app', 'components', 'lib', 'server', 'tests', '--config', '.dependency-cruiser.cjs'],
  ],
  ['unused code (knip)', scriptOf('knip'), ['--no-progress']],
];

if (!(await ensurePrismaClient())) process.exit(1);
/** @type {string[]} */
const failed = [];
for (const [name, script, args] of steps) {
  console.log(`\n── ${name}`);
  if ((await runNode(script, args)) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nNot passed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
