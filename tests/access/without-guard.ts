import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../server/project-folder.ts';
import type { Guard, Removal } from './guard.ts';

const COPIED = 'app lib server tests prisma package.json tsconfig.json vitest.config.ts'.split(' ');

const report = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ status: z.string(), title: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});

/** How the tests went: those that turned red because of what they expect, and how many passed. */
export type Went = { red: string[]; passed: number };

export type Sources = {
  /** Runs tests of this folder on the sources without something. */
  run(removals: readonly Removal[], tests: Guard['red']): Promise<Went>;
  remove(): void;
};

/** A copy of the sources, so that a guard can be taken out of it. */
export function copySources(postgresUrl: string): Sources {
  const folder = mkdtempSync(join(tmpdir(), 'thuoc-do-guards-'));
  for (const name of COPIED)
    cpSync(join(projectFolder(), name), join(folder, name), {
      recursive: true,
    });
  symlinkSync(join(projectFolder(), 'node_modules'), join(folder, 'node_modules'));

  async function runTests([file, test]: Guard['red']): Promise<Went> {
    const output = join(folder, 'report.json');
    rmSync(output, { force: true });
    const { NODE_OPTIONS: _options, SOAK: _soak, ...outside } = process.env;
    const env = Object.fromEntries(Object.entries(outside).filter(([name]) => !name.startsWith('VITEST')));
    const child = spawn(
      process.execPath,
      [
        join('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--project=postgres',
        `tests/access/${file}.pg.test.ts`,
        '-t',
        test,
        '--bail=1',
        '--reporter=json',
        `--outputFile=${output}`,
      ],
      { cwd: folder, env: { ...env, NODE_ENV: 'test', TEST_DATABASE_URL: postgresUrl }, stdio: 'ignore' },
    );
    await once(child, 'exit');
    const { numPassedTests, testResults } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(
        ({ status, failureMessages }) =>
          status === 'failed' && failureMessages.some((message) => message.startsWith('AssertionError')),
      ),
    );
    return { red: failed.map(({ title }) => title), passed: numPassedTests };
  }

  return {
    async run(removals, tests) {
      const whole = removals.map(({ file }) => readFileSync(join(folder, file), 'utf8'));
      try {
        for (const [index, { file, from }] of removals.entries())
          writeFileSync(join(folder, file), from(whole[index] ?? ''));
        return await runTests(tests);
      } finally {
        for (const [index, { file }] of removals.entries())
          writeFileSync(join(folder, file), whole[index] ?? '');
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
