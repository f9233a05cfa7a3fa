let begin = (): void => {};
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

/** Says that the page has live numbers, or that it has waited for them long enough. */
export const numbersCame = (): void => begin();

/** Loads what a page can do without until its numbers are live: they come first. */
export const afterNumbers = <T>(load: () => Promise<T>): Promise<T> => begun.then(load);

/** Fetches code that the reader may want soon, so that it is there when asked for. */
export function fetchAhead(load: () => Promise<unknown>): void {
  // What fails here is fetched again, and its failure shown, when the reader asks for it.
  afterNumbers(load).catch(() => {});
}
