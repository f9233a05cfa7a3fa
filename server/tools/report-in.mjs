import { existsSync, readFileSync } from 'node:fs';

/** The parsed report, or null where there is none that can be read. @param {string} file */
export function reportIn(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // cut short by a crash: the same as none
  }
}
