import type { ExportProgress } from '../../lib/wire/export-format.ts';

/** What is older than this was left by its reader. */
const KEPT_MS = 10 * 60_000;

/** How far the files under way are, each known to whoever asked for it under a name of the asker's own. */
export type ExportWatch = {
  /** Follows the pages of a file. */
  followed<Item>(
    who: string,
    name: string,
    of: number | null,
    pages: AsyncIterable<readonly Item[]>,
  ): AsyncGenerator<readonly Item[]>;
  /** Nothing yet, of a name that nobody uses. */
  progress(who: string, name: string): ExportProgress;
};

export function createExportWatch(now: () => number): ExportWatch {
  const under = new Map<string, ExportProgress & { at: number }>();
  const key = (who: string, name: string): string => `${who}\n${name}`;
  return {
    async *followed(who, name, of, pages) {
      for (const [known, { at }] of under) if (at < now() - KEPT_MS) under.delete(known);
      const entry = { rows: 0, of, at: now() };
      under.set(key(who, name), entry);
      for await (const page of pages) {
        yield page;
        entry.rows += page.length;
        entry.at = now();
      }
    },
    progress(who, name) {
      const found = under.get(key(who, name));
      return { rows: found?.rows ?? 0, of: found?.of ?? null };
    },
  };
}
