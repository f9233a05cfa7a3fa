import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where systems put a Chromium of their own. */
const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of the Chromium that browser tests drive, or undefined: CHROMIUM_PATH, else the system's, else the one
 * that `npx playwright install chromium` has put in its cache.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return [...systemPaths, chromium.executablePath()].find((path) => existsSync(path));
}
