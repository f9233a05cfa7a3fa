let begin = (): void => {};
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

let came = false;

/**
 * Says that the page has live numbers, or that it has waited for them long enough. What waits begins once they are
 * painted: a frame draws them, the next one comes after.
 */
export const numbersCame = (): void => {
  // Said with everything that is heard; the first time counts.
  if (came) return;
  came = true;
  requestAnimationFrame(() => requestAnimationFrame(begin));
};

/** Pauses before code that did not come is asked for again: a server that starts anew is back within seconds. */
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000];

/** Loads what a page can do without until its numbers are live: they come first. */
export const afterNumbers = <T>(load: () => Promise<T>): Promise<T> => begun.then(() => persistently(load));

async function persistently<T>(load: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await load();
    } catch {
      // The last try tells what was wrong.
      await new Promise((resolve) => setTimeout(resolve, pause * (1 + Math.random())));
    }
  }
  return load();
}

/** Fetches code that the reader may want soon, so that it is there when asked for. */
export function fetchAhead(load: () => Promise<unknown>): void {
  // What fails here is fetched again, and its failure shown, when the reader asks for it.
  afterNumbers(load).catch(() => {});
}
