import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runNode } from './project.mjs';

const schema = join(projectFolder, 'prisma', 'schema.prisma');
const client = join(projectFolder, 'server', 'db', 'generated', 'client.ts');

/** Generates the Prisma client where an install without scripts, or a newer schema, left none that fits. */
export async function ensurePrismaClient() {
  if (existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs) return;
  console.log('Generating the Prisma client …');
  const code = await runNode(join(import.meta.dirname, 'generate-prisma-client.mjs'), []);
  if (code !== 0) process.exit(code);
}
