'use client';
import { FILTER_LOOK } from './filter-look.ts';
import { useUrlText } from './use-url-text.ts';

type AreaFilterProps = {
  /** The area that is shown while the address names none. */
  area: string;
  areas: readonly { code: string }[];
  nameOf: (code: string) => string;
  label: string;
};

/** The area of a list, in the address; where there is but one, nothing is to choose. */
export function AreaFilter({ area, areas, nameOf, label }: AreaFilterProps) {
  const [held, setArea] = useUrlText('area');
  if (areas.length <= 1) return null;
  return (
    <select
      aria-label={label}
      value={held || area}
      onChange={({ target }) => setArea(target.value)}
      className={`max-w-full min-w-0 ${FILTER_LOOK}`}
    >
      {areas.map(({ code }) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </select>
  );
}
