'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Waited } from '../live/waited.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FactTile } from './fact-tile.tsx';
import { waitTone } from './queue-state.ts';
import { SatisfiedTile, WithinTile } from './share-tiles.tsx';
import { useQueueState, useTimezone } from './use-unit.ts';
import { WaitMark } from './wait-mark.tsx';

/** The unit in five figures, on a phone in three: the queue now, today's waits, the month's ratings. */
export function Facts() {
  const t = useTranslations('unit');
  return (
    <dl aria-label={t('facts')} className="grid grid-cols-3 gap-2 sm:gap-3 lg:grid-cols-5">
      <WaitingTile />
      <LongestTile />
      <CountersTile />
      <WithinTile />
      <SatisfiedTile />
    </dl>
  );
}

/** A phone has room for three tiles; the longest wait stands in the first, open counters above their list. */
const DESK = 'max-lg:hidden';

/** Why a queue figure is not known, in a few words. */
function useMissing(): string | null {
  const states = useTranslations('states');
  const state = useQueueState();
  switch (state) {
    case 'none':
    case 'paper':
      return states('notApplicable');
    case 'silent':
      return states('silent');
    case 'unheard':
      return states('noData');
    case 'live':
      return null;
  }
}

function WaitingTile() {
  const t = useTranslations('unit');
  const states = useTranslations('states');
  const format = useFormat();
  const missing = useMissing();
  const waiting = useUnitBoard((board) => board.totals.waiting);
  const since = useUnitBoard((board) => board.totals.waitingSince);
  const note =
    missing ??
    (waiting === 0 ? (
      states('nobody')
    ) : (
      <>
        {since !== null && (
          <span className="lg:hidden">
            {t('longestBrief')} <WaitMark since={since} />
          </span>
        )}
        <span className={since === null ? '' : DESK}>{t('people', { count: waiting ?? 0 })}</span>
      </>
    ));
  return <FactTile title={t('waiting')} value={format.number(missing ? null : waiting)} note={note} />;
}

function LongestTile() {
  const t = useTranslations('unit');
  const states = useTranslations('states');
  const format = useFormat();
  const zone = useTimezone();
  const missing = useMissing();
  const held = useUnitBoard((board) => board.totals.waitingSince);
  const aim = useUnitBoard((board) => board.targets.within.seconds);
  const waiting = useUnitBoard((board) => board.totals.waiting);
  const since = missing ? null : held;
  const tone = useNowAs((now) => (since === null ? 'plain' : waitTone(now - since, aim)));
  const nobody = waiting === 0 ? states('nobody') : t('longestUnknown');
  const note = missing ?? (since === null ? nobody : t('since', { time: format.clock(since, zone) }));
  const over = tone === 'plain' ? '' : ` · ${t('overAim', { length: format.duration(aim) })}`;
  return (
    <FactTile
      className={DESK}
      title={t('longest')}
      value={<Waited since={since} />}
      note={note + over}
      tone={tone}
    />
  );
}

function CountersTile() {
  const t = useTranslations('unit');
  const states = useTranslations('states');
  const format = useFormat();
  const silent = useQueueState() === 'silent';
  const open = useUnitBoard((board) => board.totals.openCounters);
  const all = useUnitBoard((board) => board.totals.counters);
  const waiting = useUnitBoard((board) => board.totals.waiting);
  const note = silent ? states('silent') : all === null ? t('noCounters') : t('ofCounters', { count: all });
  const tone = !silent && open === 0 && (waiting ?? 0) > 0 ? 'attention' : 'plain';
  return (
    <FactTile
      className={DESK}
      title={t('openCounters')}
      value={format.number(silent ? null : open)}
      note={note}
      tone={tone}
    />
  );
}
