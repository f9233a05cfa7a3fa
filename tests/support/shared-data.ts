import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'vitest';

const expectedFolder = process.env.THUOC_DO_SHARED ?? resolve(import.meta.dirname, '../../../shared/data');

/** Folder of the real data sets, which are not part of the project; null where they are absent. */
const sharedData = existsSync(expectedFolder) ? expectedFolder : null;

/** A suite on the real data sets; where they are absent it counts as one skipped test that says so. */
export function describeWithSharedData(name: string, suite: (folder: string) => void): void {
  if (sharedData !== null) {
    const folder = sharedData;
    describe(name, () => suite(folder));
  } else {
    describe(name, () => {
      it.skip('needs the real data sets: put them in ../shared/data or name their folder in THUOC_DO_SHARED');
    });
  }
}
