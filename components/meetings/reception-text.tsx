'use client';
import { useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { ReceptionLine } from '../../lib/wire/meeting-reads.ts';
import { useFormat } from '../ui/use-format.ts';
import { useWhenText } from './use-when-text.ts';

/** PC7: who receives citizens, when and where, and the coming days. */
export function ReceptionText({ line }: { line: Omit<ReceptionLine, 'source' | 'reception'> }) {
  const t = useTranslations('meetings');
  const format = useFormat();
  const when = useWhenText();
  const days = line.next.map(({ day, closed }) =>
    closed ? t('closed', { day: format.dayShort(day) }) : format.dayShort(day),
  );
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <p className="font-medium">
        {line.leader}
        {line.from && <span className="font-normal text-ink2"> · {localName(format.locale, line.from)}</span>}
      </p>
      <p>
        {when(line.when)}, {t('hours', { from: line.fromClock, to: line.toClock })} · {line.place}
        {line.lastDay !== null && ` · ${t('until', { day: format.date(line.lastDay) })}`}
      </p>
      <p className="text-small text-ink2">
        {days.length === 0 ? t('nextNone') : t('next', { days: days.join(' · ') })}
      </p>
    </div>
  );
}
