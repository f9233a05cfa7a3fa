import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runNode } from './project.mjs';

const schema = join(projectFolder, 'prisma', 'schema.prisma');
const client = join(projectFolder, 'server', 'db', 'generated', 'client.ts');

/** Generates the Prisma client where an install without scripts, or a newer schema, left none that fits.
 * @returns {Promise<boolean>} false when it could not be generated; the reason is shown */
export async function ensurePrismaClient() {
  if (existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs) return true;
  console.log('Generating the Prisma client …');
  return (await runNode(join(import.meta.dirname, 'generate-prisma-client.mjs'), [])) === 0;
}
