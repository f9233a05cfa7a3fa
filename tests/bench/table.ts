import type { Spread } from './spread.ts';

/** One line of the table. `reached` null: shown without a goal. `cause` says why a goal was not reached. */
export type Line = {
  question: string;
  figure: string;
  goal?: string;
  reached?: boolean | null;
  cause?: string;
};

const digits = (value: number): string =>
  value.toLocaleString('en-GB', {
    maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2,
  });

/** `12.3 (11.8–13.0) unit`: median, least and most of the rounds. */
export const shown = ({ median, least, most }: Spread, unit: string): string =>
  `${digits(median)} (${digits(least)}–${digits(most)}) ${unit}`;

const verdict = ({ reached }: Line): string => (reached == null ? '' : reached ? 'reached' : 'NOT REACHED');

/** The table as text, columns aligned; causes stand below their line. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ['question', 'median (least–most)', 'goal', ''],
    ...lines.map((line) => [line.question, line.figure, line.goal ?? '', verdict(line)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const text = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const ruled = [text[0], widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)];
  lines.forEach((line, index) => {
    if (line.reached === false && line.cause) ruled[index + 2] += `\n    cause: ${line.cause}`;
  });
  return ruled.join('\n');
}
