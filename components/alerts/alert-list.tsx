'use client';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AlertState } from '../../lib/domain/alerts/alert.ts';
import type { Me } from '../../lib/wire/access/account.ts';
import type { AlertLine } from '../../lib/wire/alert-reads.ts';
import { Notice } from '../ui/notice.tsx';
import { AlertCard } from './alert-card.tsx';

const ORDER: Record<AlertState, number> = { open: 0, taken: 1, noted: 1, cleared: 2, closed: 3 };

const keyOf = ({ unit, alert }: AlertLine): string => `${unit}/${alert}`;

/** Those that nobody has first, then what stands for many units, then the newest. */
const byNeed = (a: AlertLine, b: AlertLine): number =>
  ORDER[a.state] - ORDER[b.state] ||
  (b.units ?? 0) - (a.units ?? 0) ||
  (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0);

/** The alerts as sentences. What somebody has just done shows at once, where it stood. */
export function AlertList({ lines, me }: { lines: readonly AlertLine[]; me: Me }) {
  const t = useTranslations('alerts');
  const address = useSearchParams();
  const [done, setDone] = useState<{ of: readonly AlertLine[]; lines: ReadonlyMap<string, AlertLine> }>();
  const shown = [...lines]
    .sort(byNeed)
    .map((line) => (done?.of === lines ? (done.lines.get(keyOf(line)) ?? line) : line));
  const replace = (line: AlertLine): void => {
    const before = done?.of === lines ? done.lines : [];
    setDone({ of: lines, lines: new Map([...before, [keyOf(line), line]]) });
  };
  if (shown.length === 0) {
    const filtered = address.get('state') !== null || address.get('kind') !== null;
    return <Notice title={t('noneTitle')} reason={filtered ? t('noneFound') : t('noneStanding')} />;
  }
  const open = shown.filter(({ state }) => state === 'open').length;
  return (
    <section aria-label={t('title')} className="grid grid-cols-1 gap-2">
      <p role="status" className="text-small text-ink2">
        {t('count', { count: shown.length, open })}
      </p>
      <ol className="grid grid-cols-1 gap-2">
        {shown.map((line) => (
          <AlertCard key={keyOf(line)} line={line} me={me} onDone={replace} />
        ))}
      </ol>
    </section>
  );
}
