import type { ReactNode } from 'react';

type PanelProps = {
  /** The question or thing that the panel answers; also its accessible name. */
  title: ReactNode;
  /** Units, period, n: right of the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A titled section on its own ground. */
export function Panel({ title, aside, className = '', children }: PanelProps) {
  return (
    <section className={`rounded-panel border border-line bg-panel px-4 py-3.5 ${className}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <h2 className="min-w-0 text-[13px] font-semibold wrap-anywhere">{title}</h2>
        {aside !== undefined && <div className="min-w-0 text-small text-ink2">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
