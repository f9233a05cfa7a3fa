// Runs at install: writes the typed client of prisma/schema.prisma to server/db/generated, without any network.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, scriptOf } from './project.mjs';

const schema = join(projectFolder, 'prisma', 'schema.prisma');
const hasPrisma = existsSync(join(projectFolder, 'node_modules', 'prisma', 'package.json'));

// Neither is needed to run what is built: an install without development packages has nothing to generate.
if (existsSync(schema) && hasPrisma) {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [scriptOf('prisma'), 'generate', '--no-hints', '--schema', schema],
    {
      cwd: projectFolder,
      encoding: 'utf8',
      env: {
        ...process.env,
        // Generating needs no schema engine, but the command downloads one unless it is told of an executable.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  if (status !== 0) {
    console.error(`prisma generate failed\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
    process.exit(1);
  }
}
