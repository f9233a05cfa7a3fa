'use client';
import { useId } from 'react';
import { FileInput } from './file-input.tsx';

type CsvFileProps = {
  label: string;
  /** Name of the text area of the same form that takes the file's text. */
  into: string;
  onChosen: () => void;
};

/** Chooses a file whose text goes into a text area, where it can still be changed. */
export function CsvFile({ label, into, onChosen }: CsvFileProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-small text-ink2">
        {label}
      </label>
      <FileInput
        id={id}
        accept=".csv,text/csv"
        onChange={async ({ target }) => {
          const area = target.form?.elements.namedItem(into);
          const text = await target.files?.[0]?.text();
          if (text === undefined || !(area instanceof HTMLTextAreaElement)) return;
          area.value = text;
          onChosen();
        }}
      />
    </div>
  );
}
