import type { ReactNode } from 'react';

type PageHeadProps = {
  title: ReactNode;
  /** What this page is for, in a sentence. */
  about?: ReactNode;
  /** The way up. */
  above?: ReactNode;
  actions?: ReactNode;
};

/** What a page of administration is, and what can be done on it. */
export function PageHead({ title, about, above, actions }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        {above !== undefined && <div className="text-small text-ink2">{above}</div>}
        <h1 className="text-xl leading-snug font-semibold wrap-anywhere">{title}</h1>
        {about !== undefined && <p className="mt-0.5 max-w-2xl text-ink2">{about}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
