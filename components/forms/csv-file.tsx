'use client';

type CsvFileProps = {
  label: string;
  /** Name of the text area of the same form that takes the file's text. */
  into: string;
  onChosen: () => void;
};

/** Chooses a file whose text goes into a text area, where it can still be changed. */
export function CsvFile({ label, into, onChosen }: CsvFileProps) {
  return (
    <label className="text-small text-ink2">
      {label}{' '}
      <input
        type="file"
        accept=".csv,text/csv"
        className="text-small pointer-coarse:min-h-11"
        onChange={async ({ target }) => {
          const area = target.form?.elements.namedItem(into);
          const text = await target.files?.[0]?.text();
          if (text === undefined || !(area instanceof HTMLTextAreaElement)) return;
          area.value = text;
          onChosen();
        }}
      />
    </label>
  );
}
