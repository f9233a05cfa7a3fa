type Ordered<Row> = { key: string; order?: (row: Row) => string | number | null };

/** Rows by the column that `sort` names, backwards with a leading "-"; as they came where it names none. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Ordered<Row>[],
  sort: string,
  locale: string,
): Row[] {
  const backwards = sort.startsWith('-');
  const order = columns.find(({ key }) => key === (backwards ? sort.slice(1) : sort))?.order;
  if (!order) return [...rows];
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...rows].sort((one, other) => {
    const [a, b] = [order(one), order(other)];
    // What is not known comes last in either direction.
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const forwards = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return backwards ? -forwards : forwards;
  });
}
