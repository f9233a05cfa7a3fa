'use client';
import { useTranslations } from 'use-intl';
import { FORMAT_WORDS } from '../../lib/i18n/format-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FormOpener } from './form-opener.tsx';
import { useMay } from './me-provider.tsx';
import { OriginMark } from './origin-mark.tsx';
import { SpecialDayForm } from './special-day-form.tsx';
import { useDate } from './use-days.ts';
import { WeekForm } from './week-form.tsx';
import { type SessionSet, spansOf, spanTexts, WEEKDAYS } from './week-plan.ts';
import { YearHolidays } from './year-holidays.tsx';

type SessionsPanelProps = { area: string; sessions: readonly SessionSet[]; onChange: () => void };

/** Opening sessions by weekday, and the days that differ. */
export function SessionsPanel({ area, sessions, onChange }: SessionsPanelProps) {
  const t = useTranslations('admin.hours');
  const holidays = useTranslations('calendar.holidays');
  const changes = useMay('tree.define');
  const byDay = (a: SessionSet, b: SessionSet): number => (a.fromDay < b.fromDay ? -1 : 1);
  const weeks = sessions.filter(({ scope }) => scope === 'week').sort(byDay);
  const days = sessions.filter(({ scope }) => scope === 'day').sort(byDay);
  const [now] = weeks;
  return (
    <Panel title={t('title')}>
      {weeks.length === 0 && <Notice title={t('noneTitle')} reason={t('noneReason')} />}
      {weeks.map((week) => (
        <Week key={`${week.area} ${week.fromDay}`} week={week} />
      ))}
      {days.length > 0 && (
        <>
          <h3 className="mt-3 text-small font-semibold">{t('specialDays')}</h3>
          <ul className="mt-1">
            {days.map((set) => (
              <SpecialDay key={`${set.area} ${set.fromDay}`} set={set} />
            ))}
          </ul>
        </>
      )}
      {changes && (
        <div className="mt-3 flex flex-wrap gap-2">
          <FormOpener label={t('changeWeek')} onSaved={onChange}>
            {(done) => <WeekForm area={area} now={now ?? null} onDone={done} />}
          </FormOpener>
          <FormOpener label={t('addDay')} onSaved={onChange}>
            {(done) => <SpecialDayForm area={area} onDone={done} />}
          </FormOpener>
          <FormOpener label={holidays('add')} onSaved={onChange}>
            {(done) => <YearHolidays area={area} onDone={done} />}
          </FormOpener>
        </div>
      )}
    </Panel>
  );
}

function Week({ week }: { week: SessionSet }) {
  const date = useDate();
  const t = useTranslations('admin.hours');
  const format = useFormat();
  const { weekdays } = FORMAT_WORDS[format.locale];
  return (
    <div className="mt-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {week.state === 'later' && <Tag tone="attention">{t('later')}</Tag>}
        <span className="text-small text-ink2">{t('since', { day: date(week.fromDay) })}</span>
        <OriginMark own={week.own} area={week.area} />
        {week.source !== undefined && <span className="text-small text-ink2">{week.source}</span>}
      </p>
      <dl className="mt-1.5 gap-x-6 sm:columns-2">
        {WEEKDAYS.map((weekday) => {
          const spans = spansOf(week, weekday);
          return (
            <div
              key={weekday}
              className="flex break-inside-avoid justify-between gap-4 border-b border-grid py-1.5"
            >
              <dt className="text-ink2">{weekdays[weekday - 1]}</dt>
              <dd className={spans.length === 0 ? 'text-ink3' : 'text-right font-medium'}>
                {spans.length === 0 ? t('closed') : spans.join(', ')}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function SpecialDay({ set }: { set: SessionSet }) {
  const t = useTranslations('admin.hours');
  const format = useFormat();
  const spans = spanTexts(set.spans);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-grid py-1.5 last:border-0">
      <span className="min-w-44">{format.day(set.fromDay)}</span>
      <span className="font-medium">{spans.length === 0 ? t('closedAllDay') : spans.join(', ')}</span>
      <span className="text-small text-ink2">{set.source}</span>
      <span className="ml-auto">
        <OriginMark own={set.own} area={set.area} />
      </span>
    </li>
  );
}
