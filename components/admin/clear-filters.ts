/** Takes filters out of the page's address; the area stays. */
export function clearFilters(names: readonly string[]): void {
  const url = new URL(location.href);
  for (const name of names) if (name !== 'area') url.searchParams.delete(name);
  history.replaceState(null, '', url);
}
