'use client';
import { useTranslations } from 'use-intl';
import { CHOSEN_PERIODS } from '../../lib/domain/calendar/earlier-period.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { PeriodAnswer } from '../../lib/wire/reads.ts';
import { Choice } from './choice.tsx';
import type { PeriodAsked } from './period-query.ts';
import { usePeriodText } from './use-period-text.ts';

const ALL_KINDS: readonly PeriodAsked['kind'][] = [...CHOSEN_PERIODS, 'own'];

type PeriodChoiceProps = {
  asked: PeriodAsked;
  /** The days of what is asked; null until they are known. */
  period: PeriodAnswer | null;
  change: (changes: Record<string, string | null>) => void;
  /** The kinds on offer; all of them without. */
  kinds?: readonly PeriodAsked['kind'][];
};

/** Which days are looked at: a kind of period with the way to the one before and after, or days of one's own. */
export function PeriodChoice({ asked, period, change, kinds = ALL_KINDS }: PeriodChoiceProps) {
  const t = useTranslations('period');
  const text = usePeriodText();
  const choose = (kind: string): void =>
    change(
      kind === 'own'
        ? {
            period: kind,
            day: null,
            from: period?.from ?? null,
            to: period && earlier(period.to, period.today),
          }
        : { period: kind, from: null, to: null },
    );
  return (
    <>
      <Choice label={t('kind')} value={asked.kind} onChoose={choose}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(kind)}
          </option>
        ))}
      </Choice>
      {period?.ownMonths && asked.kind !== 'day' && asked.kind !== 'week' && asked.kind !== 'own' && (
        <Choice label={t('months')} value={asked.months} onChoose={(months) => change({ months })}>
          <option value="calendar">{t('calendar')}</option>
          <option value="reports">{t('reports')}</option>
        </Choice>
      )}
      {asked.kind === 'own' ? (
        <>
          <DayField label={t('from')} day={asked.from} onChoose={(from) => change({ from })} />
          <DayField label={t('to')} day={asked.to} onChoose={(to) => change({ to })} />
        </>
      ) : (
        <div className="flex items-center gap-1.5">
          <Step label={t('earlier')} to={period?.previous.from} onStep={(day) => change({ day })}>
            ◀
          </Step>
          <span className="min-w-24 text-center text-small font-semibold">
            {period && text(period.kind, period)}
          </span>
          <Step
            label={t('later')}
            to={period ? dayAfter(period) : undefined}
            onStep={(day) => change({ day })}
          >
            ▶
          </Step>
        </div>
      )}
    </>
  );
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** A day in the period after this one; none of the future. */
function dayAfter({ kind, from, to, today }: PeriodAnswer): string | undefined {
  const day = kind === 'nineMonths' ? `${Number(from.slice(0, 4)) + 1}${from.slice(4)}` : addDays(to, 1);
  return day > today ? undefined : day;
}

type StepProps = { label: string; to: string | undefined; onStep: (day: string) => void; children: string };

function Step({ label, to, onStep, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={to === undefined}
      onClick={() => to !== undefined && onStep(to)}
      className="min-w-9 rounded-lg border border-line bg-panel px-2 py-1.5 text-small hover:border-quiet aria-disabled:text-ink3 aria-disabled:opacity-60 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

type DayFieldProps = { label: string; day: string | null; onChoose: (day: string) => void };

function DayField({ label, day, onChoose }: DayFieldProps) {
  return (
    <label className="flex flex-col gap-0.5">
      <span className="text-tiny text-ink2">{label}</span>
      <input
        type="date"
        value={day ?? ''}
        onChange={(event) => onChoose(event.target.value)}
        className="rounded-lg border border-ink3/75 bg-panel px-2 py-1 text-small pointer-coarse:min-h-11"
      />
    </label>
  );
}
