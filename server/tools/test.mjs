// `npm test`: every test there is. `npm run soak`: the same with laws and crash rounds many times over.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildState } from './build-state.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensurePrismaClient } from './ensure-prisma-client.mjs';
import { projectFolder, runNode, scriptOf } from './project.mjs';
import { playwrightCounts, total, vitestCounts } from './test-counts.mjs';

const soak = process.argv.includes('--soak');
const minutes = soak ? 24 * 60 : 45;
const env = { ...(soak ? { SOAK: '1' } : {}), CI: process.env.CI ?? '' };

/** @param {string} reason @returns {never} */
function giveUp(reason) {
  console.log(`\n${reason}`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

console.log('This runs every test: meaning, laws, PostgreSQL and the browser, on this machine alone.');
const sharedData = process.env.THUOC_DO_SHARED ?? join(projectFolder, '..', 'shared', 'data');
if (!existsSync(sharedData)) console.log(`No data sets at ${sharedData}: tests that need them are skipped.`);

if (!(await ensureChromium())) giveUp('There is no browser to test with.');
if (buildState() === 'current') {
  console.log('The production build fits the sources.');
  await ensurePrismaClient();
} else {
  const code = await runNode(join(import.meta.dirname, 'build.mjs'), [], { minutes: 15 });
  if (code !== 0) giveUp('The production build failed.');
}

const reports = mkdtempSync(join(tmpdir(), 'thuoc-do-test-'));
console.log('\n── meaning, laws, PostgreSQL (vitest)');
const vitestReport = join(reports, 'vitest.json');
const vitestCode = await runNode(
  scriptOf('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  { env, minutes },
);
console.log('\n── browser (playwright)');
const playwrightReport = join(reports, 'playwright.json');
const playwrightCode = await runNode(
  scriptOf('@playwright/test', 'playwright'),
  ['test', '--reporter=list,json'],
  { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport }, minutes },
);

const sum = total([
  vitestCounts(vitestReport, vitestCode),
  playwrightCounts(playwrightReport, playwrightCode),
]);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed === 0 ? 0 : 1;
