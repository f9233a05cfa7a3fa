'use client';
import type { ReactNode } from 'react';

type ChoiceProps = {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  /** Options or groups of them. */
  children: ReactNode;
};

/** One choice among the controls above figures. */
export function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5 max-sm:w-full">
      <span className="text-tiny text-ink2">{label}</span>
      <select
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className="max-w-full min-w-0 rounded-lg border border-ink3/75 bg-panel px-2 py-1.5 text-small pointer-coarse:min-h-11"
      >
        {children}
      </select>
    </label>
  );
}
