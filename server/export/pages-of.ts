import type { ListAnswer } from '../../lib/wire/reads.ts';

/** So many lines of a file are read at once. */
export const FILE_LINES = 1000;

/** The pages of a list one after the other, each asked for when the one before has been taken. */
export async function* pagesOf<Item>(
  pageAt: (cursor: string | null) => Promise<ListAnswer<Item>>,
): AsyncGenerator<readonly Item[]> {
  let cursor: string | null = null;
  do {
    const page: ListAnswer<Item> = await pageAt(cursor);
    yield page.items;
    cursor = page.next;
  } while (cursor !== null);
}

/** What is there as a whole already. */
export async function* onePage<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield items;
}
