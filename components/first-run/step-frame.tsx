'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export const STEPS = ['admin', 'tree', 'key', 'live'] as const;
export type Step = (typeof STEPS)[number];
const WORDS = { admin: 'stepAdmin', tree: 'stepTree', key: 'stepKey', live: 'stepLive' } as const;

type StepFrameProps = {
  /** The step being done; null: not known yet. Those before it are done. */
  doing: Step | null;
  /** Where a step can be gone back to. */
  onStep?: (step: Step) => void;
  open?: readonly Step[];
  children?: ReactNode;
};

/** The four steps, which are done, and the one that is being done. */
export function StepFrame({ doing, onStep, open = [], children }: StepFrameProps) {
  const t = useTranslations('start');
  const now = doing === null ? -1 : STEPS.indexOf(doing);
  return (
    <>
      <h1 className="text-[22px] font-semibold">{t('title')}</h1>
      <p className="mt-0.5 text-ink2">{t('about')}</p>
      <ol aria-label={t('steps')} className="mt-5 grid grid-cols-2 gap-2 sm:grid-cols-4">
        {STEPS.map((step, i) => {
          const done = i < now;
          const word = t(WORDS[step]);
          return (
            <li
              key={step}
              aria-current={i === now ? 'step' : undefined}
              className={`flex items-center gap-2.5 rounded-lg border px-3 py-2.5 ${i === now ? 'border-brand bg-panel' : 'border-line'}`}
            >
              <span
                aria-hidden="true"
                className={`grid size-6 shrink-0 place-items-center rounded-full text-small font-semibold ${
                  done
                    ? 'bg-brand text-brand-ink'
                    : i === now
                      ? 'bg-brand-soft text-brand'
                      : 'bg-grid text-ink2'
                }`}
              >
                {done ? '✓' : i + 1}
              </span>
              {open.includes(step) && i !== now ? (
                <button
                  type="button"
                  onClick={() => onStep?.(step)}
                  className="text-left text-small font-semibold text-brand underline underline-offset-4"
                >
                  {word}
                </button>
              ) : (
                <span className={`text-small ${i === now ? 'font-semibold' : 'text-ink2'}`}>{word}</span>
              )}
              {done && <span className="sr-only">{t('done')}</span>}
            </li>
          );
        })}
      </ol>
      <div className="mt-4">{children}</div>
    </>
  );
}
