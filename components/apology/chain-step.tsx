'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** `here`: it is what comes next. `none`: this chain has no such step. */
export type StepState = 'done' | 'here' | 'waiting' | 'broken' | 'none';

const MARKS: Record<StepState, { look: string; sign: string }> = {
  done: { look: 'bg-brand text-brand-ink', sign: '✓' },
  here: { look: 'border-2 border-brand bg-panel text-brand', sign: '' },
  waiting: { look: 'border border-quiet bg-panel', sign: '' },
  broken: { look: 'bg-missed text-panel', sign: '✕' },
  none: { look: 'border border-dashed border-quiet bg-panel text-ink2', sign: '–' },
};

type ChainStepProps = {
  state: StepState;
  title: string;
  /** When, by whom. */
  said: string | null;
  children?: ReactNode;
};

/** One step of a chain, tied to the next by a line. */
export function ChainStep({ state, title, said, children }: ChainStepProps) {
  const t = useTranslations('apology.page.steps');
  const { look, sign } = MARKS[state];
  return (
    <li
      className="group relative grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 pb-5"
      aria-current={state === 'here' ? 'step' : undefined}
    >
      <span aria-hidden="true" className="absolute top-6 bottom-0 left-3 w-px bg-line group-last:hidden" />
      <span
        aria-hidden="true"
        className={`grid size-6 place-items-center rounded-full text-small font-bold ${look}`}
      >
        {sign}
      </span>
      <div className="min-w-0 pt-0.5">
        <h3 className={`font-semibold ${state === 'waiting' ? 'text-ink2' : ''}`}>
          {title}
          {(state === 'here' || state === 'waiting') && (
            <span className="font-normal text-ink2"> · {state === 'here' ? t('here') : t('waiting')}</span>
          )}
        </h3>
        {said && (
          <p
            className={`text-small wrap-anywhere ${state === 'broken' ? 'font-semibold text-missed' : 'text-ink2'}`}
          >
            {said}
          </p>
        )}
        {children !== undefined && children !== false && <div className="mt-2 text-small">{children}</div>}
      </div>
    </li>
  );
}
