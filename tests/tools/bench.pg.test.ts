import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { projectFolder } from '../../server/project-folder.ts';

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/main.ts', ...args], {
    cwd: projectFolder(),
    encoding: 'utf8',
    timeout: 560_000,
  });

it('the bench measures every part that needs no browser and prints one table', { timeout: 580_000 }, () => {
  const { status, stdout, stderr } = bench(
    '--quick',
    'ingest',
    'fan-out',
    'latency',
    'boot',
    'dossiers',
    'history',
    'seek',
  );
  expect({ status, stderr }).toMatchObject({ status: 0 });
  for (const part of [
    'ingest: ours ÷ createMany',
    'fan-out: ours, delivery ÷ bare ws',
    'event to client: p99',
    'boot: start',
    'dossiers: overview, p95 at ten years',
    'history: slowest compare',
    'seek: any moment of a month',
  ])
    expect(stdout).toContain(part);
  expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
});

it('the bench names the parts there are when asked for another', () => {
  const { status, stderr } = bench('everything');
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      'There is no part everything; there are ingest, fan-out, latency, boot, overview, dossiers, history, seek.\n',
  });
});
