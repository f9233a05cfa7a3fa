import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

/** Names the build of the pages that this process serves; `none` where there is none (development, tests of the server). */
export function buildId(): string {
  try {
    return readFileSync(join(projectFolder(), '.next', 'BUILD_ID'), 'utf8').trim();
  } catch {
    return 'none';
  }
}
