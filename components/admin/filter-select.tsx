'use client';
import { FILTER_LOOK } from './filter-look.ts';
import { useUrlText } from './use-url-text.ts';

type FilterSelectProps = {
  /** The name of the filter in the address. */
  name: string;
  label: string;
  /** The words for "any". */
  any: string;
  options: readonly { value: string; text: string }[];
};

/** A filter that stands in the address. */
export function FilterSelect({ name, label, any, options }: FilterSelectProps) {
  const [value, setValue] = useUrlText(name);
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      className={`max-w-full min-w-0 ${FILTER_LOOK}`}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
