'use client';
import { useLocale } from 'use-intl';
import type { CsvAnswer } from '../../lib/wire/access/administration.ts';

type LineFaultsProps = { faults: CsvAnswer['faults']; wordOf: (line: number) => string };

/** The lines of a file that were not taken: where, which column, and why, in the reader's language. */
export function LineFaults({ faults, wordOf }: LineFaultsProps) {
  const language = useLocale();
  return (
    <ul className="mt-1 max-h-96 overflow-y-auto text-small">
      {faults.map((fault) => (
        <li
          key={`${fault.line} ${fault.column} ${fault.rule}`}
          className="border-b border-grid py-1.5 last:border-0"
        >
          <b className="font-semibold">{wordOf(fault.line)}</b>
          {fault.column !== null && <code className="font-mono"> {fault.column}</code>}: {fault[language]}
        </li>
      ))}
    </ul>
  );
}
