'use client';
import { useTranslations } from 'use-intl';
import type { RowState } from './row-state.ts';

const SHAPES: Record<RowState, { colour: string; path: React.ReactNode }> = {
  urgent: {
    colour: 'text-missed',
    path: <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="currentColor" />,
  },
  attention: {
    colour: 'text-risk',
    path: (
      <path
        d="M6 1.4 11 10.4H1Z"
        fill="var(--risk-soft)"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    ),
  },
  silent: {
    colour: 'text-ink3',
    path: (
      <circle
        cx="6"
        cy="6"
        r="4.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.4 2.2"
      />
    ),
  },
  unheard: {
    colour: 'text-ink3',
    path: (
      <circle
        cx="6"
        cy="6"
        r="4.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.4 2.2"
      />
    ),
  },
  calm: { colour: 'text-quiet', path: <circle cx="6" cy="6" r="3.4" fill="currentColor" /> },
  paper: { colour: 'text-quiet', path: <path d="M2 6h8" stroke="currentColor" strokeWidth="1.6" /> },
  none: { colour: 'text-quiet', path: <path d="M2 6h8" stroke="currentColor" strokeWidth="1.6" /> },
};

/** The state of a unit as a shape, read out as a word. */
export function StateMark({ state }: { state: RowState }) {
  const t = useTranslations('overview.states');
  const { colour, path } = SHAPES[state];
  return (
    <span className={`inline-flex shrink-0 ${colour}`}>
      <svg width="12" height="12" aria-hidden="true">
        {path}
      </svg>
      <span className="sr-only">{t(state)}</span>
    </span>
  );
}
