import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { playwrightFailures, vitestFailures } from '../../server/tools/failed-tests.mjs';
import { playwrightCounts, total, vitestCounts } from '../../server/tools/test-counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'test-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

describe('the sum line of npm test', () => {
  it('adds what the runners report', () => {
    const vitest = vitestCounts(report(vitestReport), 0);
    const playwright = playwrightCounts(
      report({ stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 1 } }),
      1,
    );
    expect(total([vitest, playwright])).toEqual({ passed: 8, failed: 1, skipped: 4 });
  });

  it('counts a test file that cannot be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestCounts(report({ ...vitestReport, testResults }), 1).failed).toBe(1);
  });

  it('counts a runner as failed that crashed without a report, or in the middle of one', () => {
    expect(vitestCounts(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightCounts(report('{"stats":'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a runner as failed that ended with an error though each of its tests passed', () => {
    expect(vitestCounts(report(vitestReport), 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a runner as failed that passed no test', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 };
    expect(playwrightCounts(report({ stats }), 0).failed).toBe(1);
  });
});

describe('what failed, named once more at the end of npm test', () => {
  it('names tests and files that cannot be loaded, with the first line of the reason', () => {
    const testResults = [
      {
        name: join(process.cwd(), 'tests/a.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'Q1: counts', status: 'failed', failureMessages: ['expected 1 to be 2\n  at a.ts:3'] },
          { fullName: 'Q2: waits', status: 'passed', failureMessages: [] },
        ],
      },
      { name: 'tests/b.test.ts', status: 'failed', message: 'no such module\nat b.ts', assertionResults: [] },
    ];
    expect(vitestFailures(report({ testResults }))).toEqual([
      'tests/a.test.ts › Q1: counts: expected 1 to be 2',
      'tests/b.test.ts › not loaded: no such module',
    ]);
    const failed = {
      title: 'lands',
      file: 'c.spec.ts',
      ok: false,
      tests: [{ results: [{ errors: [{ message: 'Error: 403\n' }] }] }],
    };
    const suites = [{ specs: [{ ...failed, ok: true }], suites: [{ specs: [failed] }] }];
    expect(playwrightFailures(report({ suites }))).toEqual(['c.spec.ts › lands: Error: 403']);
  });

  it('has nothing to name where there is no report', () => {
    expect(vitestFailures(join(folder, 'none.json'))).toEqual([]);
    expect(playwrightFailures(report('{"suites":'))).toEqual([]);
  });
});
