'use client';
import { useTranslations } from 'use-intl';
import { useAreaBoard } from '../live/use-board.ts';
import { useInPast } from '../ui/in-past.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';

type AlertOwnerProps = {
  code: string;
  /** Only of this kind; absent: of all that stand, where one untaken is enough. */
  kind?: string;
};

/** Whether somebody has taken the alerts of a unit, and when; who it is stands on the page it leads to. Without alerts, nothing. */
export function AlertOwner({ code, kind }: AlertOwnerProps) {
  const t = useTranslations('attention');
  const format = useFormat();
  // The list of alerts is of today.
  const past = useInPast() !== null;
  const zone = useAreaBoard((board) => board.header.timezone);
  const mark = useAreaBoard((board) => board.alerts[code]);
  const marks = Object.entries(mark ?? {}).filter(([of]) => kind === undefined || of === kind);
  if (marks.length === 0) return null;
  const taken = marks.map(([, [, takenAt]]) => takenAt);
  const times = taken.filter((at) => at !== null);
  const text =
    times.length < taken.length ? t('nobody') : t('taken', { time: format.clock(Math.max(...times), zone) });
  if (past) return <> · {text}</>;
  return (
    <>
      {' · '}
      <PageLink
        href={`/alerts?area=${encodeURIComponent(code)}`}
        className="font-semibold text-ink underline decoration-quiet underline-offset-2 hover:decoration-ink"
      >
        {text}
      </PageLink>
    </>
  );
}
