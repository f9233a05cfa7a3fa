import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file that is named on the command line: npm runs scripts in the project's folder and leaves the caller's own in INIT_CWD. */
export function placeOf(given: string): string {
  const here = resolve(given);
  return existsSync(here) ? here : resolve(process.env.INIT_CWD ?? '.', given);
}
