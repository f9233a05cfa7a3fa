'use client';
import { FILTER_LOOK } from './filter-look.ts';
import { useUrlText } from './use-url-text.ts';

/** A day that stands in the address under `name`. */
export function DayFilter({ name, label }: { name: 'from' | 'to'; label: string }) {
  const [value, setValue] = useUrlText(name);
  return (
    <label className="text-small text-ink2">
      {label}
      <input
        type="date"
        value={value}
        onChange={({ target }) => setValue(target.value)}
        className={`ml-1.5 text-ink ${FILTER_LOOK}`}
      />
    </label>
  );
}
