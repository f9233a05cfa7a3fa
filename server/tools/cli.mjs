// `npm run cli -- <command>`: the bundle when it fits the sources, else the sources themselves.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildState } from './build-state.mjs';
import { projectFolder } from './project.mjs';

process.setSourceMapsEnabled(true);
if (buildState() === 'current') {
  await import(pathToFileURL(join(projectFolder, 'dist', 'cli.js')).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(projectFolder, 'server', 'cli', 'main.ts')).href);
}
