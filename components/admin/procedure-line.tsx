'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Procedures } from '../../lib/wire/access/calendar.ts';
import { Tag } from '../ui/tag.tsx';
import { OriginMark } from './origin-mark.tsx';
import { useDate } from './use-days.ts';
import { useLimitText } from './use-limit-text.ts';

type ProcedureLineProps = { procedure: Procedures[number]; change: ReactNode };

/** A procedure: its limit first, then since when, by what, and where it comes from. */
export function ProcedureLine({ procedure, change }: ProcedureLineProps) {
  const date = useDate();
  const limitText = useLimitText();
  const hours = useTranslations('admin.hours');
  const locale = useLocale();
  const { name, nameEn = null, limit, source, effectiveFrom } = procedure;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-0.5 lg:flex-nowrap border-b border-grid py-1.5 last:border-0">
      <span className="basis-full font-medium sm:basis-80 lg:shrink-0">
        {localName(locale, { name, nameEn })}{' '}
        <code className="font-mono text-small font-normal whitespace-nowrap text-ink2">
          {procedure.procedure}
        </code>
      </span>
      <b className="shrink-0 font-semibold">{limitText(limit)}</b>
      {procedure.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
      <span className="min-w-0 text-small text-ink2">
        {hours('since', { day: date(effectiveFrom) })} · {source}
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-4">
        <OriginMark own={procedure.own} area={procedure.area} />
        {change}
      </span>
    </li>
  );
}
