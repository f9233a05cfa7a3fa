import type { Line } from '../../lib/domain/imports/line-fault.ts';
import type { AreaDefinition, Tree } from '../../lib/domain/tree.ts';
import { defineArea, emptyTree } from '../../lib/domain/tree.ts';

/** The lines of a small file without quotes; its header is line 1. */
export function linesOf(csv: string): { columns: string[]; lines: Line[] } {
  const [header = '', ...records] = csv.trim().split('\n');
  const columns = header.split(',');
  const lines = records.map((record, index): Line => {
    const cells = record.split(',');
    return {
      line: index + 2,
      row: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
    };
  });
  return { columns, lines };
}

const area = (
  code: string,
  parent: string | null,
  kind: AreaDefinition['kind'],
  demo = false,
): AreaDefinition => ({
  code,
  parent,
  kind,
  name: code.toUpperCase(),
  timezone: 'Asia/Ho_Chi_Minh',
  queue: 'machine',
  demo,
  succeeds: [],
});

/** A real city with the wards w1 and w2, and a demonstration city with the ward d1. */
export function smallTree(): Tree {
  const tree = emptyTree();
  const areas = [
    area('city', null, 'city'),
    area('w1', 'city', 'ward'),
    area('w2', 'city', 'ward'),
    area('demo', null, 'city', true),
    area('d1', 'demo', 'ward', true),
  ];
  for (const item of areas) defineArea(tree, item);
  return tree;
}
