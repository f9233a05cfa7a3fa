import type { ReactNode } from 'react';

/** A titled group of fields; `wide` ones among them span both columns. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 rounded-panel border border-line bg-panel px-4 pt-3 pb-4">
      <legend className="float-left mb-3 w-full text-[13px] font-semibold">{title}</legend>
      <div className="clear-both grid grid-cols-1 gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

export const Wide = ({ children }: { children: ReactNode }) => (
  <div className="min-w-0 sm:col-span-2">{children}</div>
);
