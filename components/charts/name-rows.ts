import type { ComparedUnit } from './compared-unit.ts';

/** What has a name, with its name in lines and the middle of its row, px from the top. */
export type NameRow<Named = ComparedUnit> = Named & { lines: string[]; middle: number };

/** `height`: of all rows; `width`: of the names; px. */
export type NameRows<Named> = { rows: NameRow<Named>[]; height: number; width: number };

/** Height of one line of a name, px. */
export const LINE_PX = 13;
const LETTER_PX = 6.5;
const LONGEST_LINE = 22;

/** Rows high enough for their names: a long name takes a second line, none is cut. */
export function nameRows<Named extends { name: string }>(units: readonly Named[]): NameRows<Named> {
  const least = units.length <= 12 ? 23 : 17;
  let height = 0;
  const rows = units.map((unit) => {
    const lines = linesOf(unit.name);
    const room = Math.max(least, lines.length * LINE_PX + 6);
    height += room;
    return { ...unit, lines, middle: height - room / 2 };
  });
  const letters = Math.max(0, ...rows.flatMap(({ lines }) => lines.map((line) => line.length)));
  return { rows, height, width: Math.ceil(letters * LETTER_PX) + 12 };
}

function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LONGEST_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
