import { reportIn } from './report-in.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

/**
 * A runner that crashed, wrote no report or ran nothing has failed, whatever its own numbers say.
 * @param {string} runner @param {number} exitCode @param {Counts | null} counts @returns {Counts}
 */
export function judged(runner, exitCode, counts) {
  const seen = counts ?? { passed: 0, failed: 0, skipped: 0 };
  if (seen.failed > 0) return seen;
  if (counts !== null && exitCode === 0 && seen.passed > 0) return seen;
  const reason =
    counts === null ? 'wrote no report' : exitCode !== 0 ? 'ended with an error' : 'passed no test';
  console.log(`${runner} ${reason} (exit code ${exitCode}): counted as one failure.`);
  return { ...seen, failed: 1 };
}

/** @param {string} file JSON report of vitest @param {number} exitCode @returns {Counts} */
export function vitestCounts(file, exitCode) {
  /** @type {VitestReport | null} */
  const report = reportIn(file);
  if (report === null) return judged('vitest', exitCode, null);
  // A file that could not even be loaded has no test of its own to fail.
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return judged('vitest', exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @param {string} file JSON report of Playwright @param {number} exitCode @returns {Counts} */
export function playwrightCounts(file, exitCode) {
  /** @type {PlaywrightReport | null} */
  const report = reportIn(file);
  if (report === null) return judged('playwright', exitCode, null);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return judged('playwright', exitCode, { passed: expected, failed: unexpected + flaky, skipped });
}

/** @param {Counts[]} counts @returns {Counts} */
export function total(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}
