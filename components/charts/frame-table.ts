import type { ReactNode } from 'react';

/** The figures of a chart as text; the first column names the row, and may lead somewhere. */
export type FrameTable = {
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly [head: ReactNode, ...cells: ReactNode[]] }[];
};
