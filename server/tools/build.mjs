import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { hashOfInputs, recordBuild } from './build-state.mjs';
import { ensurePrismaClient } from './ensure-prisma-client.mjs';
import { projectFolder, runNode, scriptOf } from './project.mjs';

console.log('Building the pages (next build) …');
const hash = hashOfInputs();
if (!(await ensurePrismaClient())) process.exit(1);
// Types left in .next by a development run break the build.
for (const folder of ['.next', 'dist']) {
  rmSync(join(projectFolder, folder), { recursive: true, force: true, maxRetries: 3 });
}

const code = await runNode(scriptOf('next'), ['build'], {
  env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
if (code !== 0) {
  console.log('The pages could not be built: see above.');
  process.exit(code);
}

console.log('Bundling the server (esbuild) …');
await build({
  absWorkingDir: projectFolder,
  entryPoints: {
    main: 'server/main.ts',
    cli: 'server/cli/main.ts',
    'press-thread': 'server/reports/press-thread.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  sourcemap: true,
  logLevel: 'info',
}).catch(() => {
  console.log('The server could not be bundled: see above.');
  process.exit(1);
});

recordBuild(hash);
console.log('Built: .next and dist.');
