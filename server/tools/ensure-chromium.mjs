import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { run, runNode, scriptOf } from './project.mjs';

const advice =
  'Browser tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) ' +
  'or name one with CHROMIUM_PATH.';

async function installChromium() {
  const limits = { env: { DEBIAN_FRONTEND: 'noninteractive' }, minutes: 10 };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing the system package (apt-get install chromium) …');
    await run('apt-get', ['update', '-q'], limits);
    if ((await run('apt-get', ['install', '-y', '-q', 'chromium'], limits)) === 0 && findChromium()) return;
  }
  console.log('No Chromium here: downloading one (npx playwright install chromium) …');
  await runNode(scriptOf('@playwright/test', 'playwright'), ['install', 'chromium'], limits);
}

/** Finds or installs a Chromium that starts. Gives its path, or undefined after saying what to do.
 * @returns {Promise<string | undefined>} */
export async function ensureChromium() {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH)) {
    console.log(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, where no file is. ${advice}`);
    return undefined;
  }
  if (!findChromium()) await installChromium();
  const path = findChromium();
  if (!path) {
    console.log(advice);
    return undefined;
  }
  console.log(`Browser: ${path}`);
  if ((await run(path, ['--version'], { minutes: 1 })) === 0) return path;
  console.log(`${path} does not start. ${advice}`);
  return undefined;
}
