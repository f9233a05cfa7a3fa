const KEY = 'book-title';

/** The title under which this reader signed last, in this browser. */
export function ownTitle(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    // Storage can be forbidden; then it is typed again.
    return '';
  }
}

export function rememberTitle(title: string): void {
  try {
    localStorage.setItem(KEY, title);
  } catch {
    // As above.
  }
}
