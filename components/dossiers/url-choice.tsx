'use client';
import { useUrlText } from '../admin/use-url-text.ts';

type UrlChoiceProps<T extends string> = {
  /** Its name in the address; the first value is what an address without it means. */
  name: string;
  label: string;
  value: T;
  values: readonly T[];
  textOf: (value: T) => string;
};

/** One of a few ways to look at a list, kept in the address. */
export function UrlChoice<T extends string>({ name, label, value, values, textOf }: UrlChoiceProps<T>) {
  const [, write] = useUrlText(name);
  return (
    <label className="flex items-center gap-2 text-small text-ink2">
      {label}
      <select
        value={value}
        onChange={({ target }) => write(target.value === values[0] ? '' : target.value)}
        className="rounded-lg border border-ink3/75 bg-panel px-2 py-1 text-ink pointer-coarse:min-h-11"
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {textOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
