import type { Checklist, ChecklistItem } from '../../lib/domain/inspection/checklist.ts';
import { plainCode } from './plain-code.ts';

const PARTS = '|';

/** The lines of a checklist as they are typed: "Tiếng Việt | English", one a line. */
export const linesText = (list: Pick<Checklist, 'items'> | null): string =>
  (list?.items ?? [])
    .map(({ text, textEn }) => (textEn === undefined ? text : `${text} ${PARTS} ${textEn}`))
    .join('\n');

/**
 * What was typed, as lines. One that says in Vietnamese what it said keeps its code, so that findings of before and after
 * are of one line; a new one gets a code out of its words, with a number where another has it.
 */
export function linesTyped(typed: string, before: readonly ChecklistItem[]): ChecklistItem[] {
  const taken = new Set(before.map(({ item }) => item));
  return typed
    .split('\n')
    .map((line) => line.split(PARTS).map((part) => part.trim()))
    .filter(([text = '']) => text !== '')
    .map(([text = '', textEn = '']) => {
      const held = before.find((one) => one.text === text)?.item;
      const item = held ?? freeCode(plainCode(text) || 'muc', taken);
      taken.add(item);
      return { item, text, ...(textEn !== '' && { textEn }) };
    });
}

function freeCode(code: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? code : `${code}_${n}`;
    if (!taken.has(tried)) return tried;
  }
}
