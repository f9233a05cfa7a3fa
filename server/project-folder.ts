import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this module that holds a file; the same from source and from a bundle in dist. */
export function folderWith(file: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, file)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The folder of the nearest package.json. */
export const projectFolder = (): string => folderWith('package.json');
