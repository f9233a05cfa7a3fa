'use client';
import { useTranslations } from 'use-intl';
import type { LinkLevel } from './link-state.ts';
import { useLink } from './use-link.ts';

const LOOKS: Record<LinkLevel, { text: string; dot: string }> = {
  connecting: { text: 'text-ink2', dot: 'border-[1.5px] border-quiet' },
  live: { text: 'text-ink2', dot: 'bg-met' },
  late: { text: 'rounded-full border border-risk bg-risk-soft px-2 font-semibold text-risk', dot: 'bg-risk' },
  lost: {
    text: 'rounded-full border border-dashed border-quiet px-2 font-semibold text-ink2',
    dot: 'border-[1.5px] border-dashed border-ink3',
  },
};

/** Whether the page hears the server: a state, not a stopwatch. */
export function ConnectionState() {
  const t = useTranslations('live');
  const { level } = useLink();
  const look = LOOKS[level];
  return (
    <span
      role="status"
      data-link={level}
      className={`flex items-center gap-1.5 text-small whitespace-nowrap ${look.text}`}
    >
      <span aria-hidden="true" className={`size-2 rounded-full ${look.dot}`} />
      {t(level)}
    </span>
  );
}
