// `npm start` and `npm run demo`. The server then runs in this very process: signals and its exit code are its own.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildState } from './build-state.mjs';
import { projectFolder, runNode } from './project.mjs';

const state = buildState();
if (state === 'none' || (state === 'stale' && process.argv.includes('--demo'))) {
  const code = await runNode(join(import.meta.dirname, 'build.mjs'), []);
  if (code !== 0) process.exit(code);
} else if (state === 'stale') {
  console.warn('The build is not made from the sources beside it. `npm run build` makes a new one.');
}

process.chdir(projectFolder);
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(projectFolder, 'dist', 'main.js')).href);
