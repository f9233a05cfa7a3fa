import type { ReactNode } from 'react';

/** Facts by name, one a line; what is not known is left out. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="mt-1.5 grid grid-cols-1 gap-x-4 sm:grid-cols-[auto_minmax(0,1fr)]">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="pt-1.5 text-small sm:pt-1 text-ink2">{name}</dt>
            <dd className="min-w-0 whitespace-pre-line wrap-anywhere sm:pt-1">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
