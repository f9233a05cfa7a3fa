// `npm test`: every test there is. `npm run soak`: the same with laws and crash rounds many times over.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildState } from './build-state.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensurePrismaClient } from './ensure-prisma-client.mjs';
import { playwrightFailures, vitestFailures } from './failed-tests.mjs';
import { projectFolder, runNode, scriptOf } from './project.mjs';
import { playwrightCounts, total, vitestCounts } from './test-counts.mjs';

const soak = process.argv.includes('--soak');
const limits = { env: soak ? { SOAK: '1' } : undefined, minutes: soak ? 24 * 60 : 45 };

console.log('This runs every test: meaning, laws, PostgreSQL and the browser, on this machine alone.');
const sharedData = process.env.THUOC_DO_SHARED ?? join(projectFolder, '..', 'shared', 'data');
if (!existsSync(sharedData)) console.log(`No data sets at ${sharedData}: tests that need them are skipped.`);

const browser = await ensureChromium();
await ensurePrismaClient();
let built = buildState() === 'current';
if (built) console.log('The production build fits the sources.');
else built = (await runNode(join(import.meta.dirname, 'build.mjs'), [], { minutes: 15 })) === 0;

const reports = mkdtempSync(join(tmpdir(), 'thuoc-do-test-'));
console.log('\n── meaning, laws, PostgreSQL (vitest)');
const vitestReport = join(reports, 'vitest.json');
const vitestCode = await runNode(
  scriptOf('vitest'),
  ['run', '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  limits,
);
const counts = [vitestCounts(vitestReport, vitestCode)];
const failures = vitestFailures(vitestReport);

console.log('\n── browser (playwright)');
if (browser && built) {
  const playwrightReport = join(reports, 'playwright.json');
  const playwrightCode = await runNode(
    scriptOf('@playwright/test', 'playwright'),
    ['test', '--forbid-only', '--reporter=list,json'],
    { ...limits, env: { ...limits.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport } },
  );
  counts.push(playwrightCounts(playwrightReport, playwrightCode));
  failures.push(...playwrightFailures(playwrightReport));
} else {
  console.log(
    `Not run, counted as one failure: there is no ${browser ? 'production build' : 'browser'}, see above.`,
  );
  counts.push({ passed: 0, failed: 1, skipped: 0 });
}

rmSync(reports, { recursive: true, force: true });
for (const failure of failures) console.log(`failed: ${failure}`);
const sum = total(counts);
const unnamed = sum.failed - failures.length;
if (unnamed > 0) console.log(`failed: ${unnamed} that no report names; see where each runner ended.`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed === 0 ? 0 : 1;
