// `npm run bench [-- ingest|fan-out|latency|boot|overview|dossiers|history|seek …] [--quick]`: measures, and prints one table at the end.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../server/project-folder.ts';
import { buildState } from '../../server/tools/build-state.mjs';
import { runNode } from '../../server/tools/project.mjs';
import { measureBoot } from './boot.ts';
import { measureDossiers } from './dossiers.ts';
import { measureFanOut } from './fan-out.ts';
import { measureHistory } from './history.ts';
import { measureIngest } from './ingest.ts';
import { measureLatency } from './latency.ts';
import { machineLines } from './machine.ts';
import { measureOverview } from './overview.ts';
import { bundlePrograms } from './program.ts';
import { measureSeek } from './seek.ts';
import { type Line, tableOf } from './table.ts';

const parts: Record<string, (quick: boolean) => Promise<Line[]>> = {
  ingest: measureIngest,
  'fan-out': measureFanOut,
  latency: measureLatency,
  boot: measureBoot,
  overview: measureOverview,
  dossiers: measureDossiers,
  history: measureHistory,
  seek: measureSeek,
};
/** Parts that measure the pages as well. */
const withPages = ['boot', 'overview'];

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const chosen = Object.entries(parts).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
if (!values.quick && chosen.some(([name]) => withPages.includes(name)) && buildState() !== 'current') {
  const code = await runNode(join(projectFolder(), 'server', 'tools', 'build.mjs'), []);
  if (code !== 0) process.exit(code);
}

await bundlePrograms();
const lines: Line[] = [];
const failed: string[] = [];
for (const [name, measure] of chosen) {
  console.error(`${name} …`);
  try {
    lines.push(...(await measure(values.quick)));
  } catch (error) {
    // What the other parts found is not lost with it.
    console.error(error);
    failed.push(name);
  }
}
console.log(['', ...machineLines(), '', tableOf(lines)].join('\n'));
if (failed.length > 0) {
  console.error(`\nNot measured, because it failed (see above): ${failed.join(', ')}`);
  process.exit(1);
}
