'use client';
import { useTranslations } from 'use-intl';
import { instantOf, localClock, localDay } from '../../lib/domain/zoned-time.ts';
import { KNOWN } from '../../lib/wire/replay.ts';
import { CONTROL_LOOK } from '../forms/control-look.ts';
import { useBoard } from '../live/use-board.ts';
import { Button } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { PastMark } from './past-mark.tsx';
import { SPEEDS } from './replay-path.ts';
import { usePlayer } from './replay-provider.tsx';
import { ReplayTrouble } from './replay-trouble.tsx';
import { TimeSlider } from './time-slider.tsx';

const SELECT = `${CONTROL_LOOK} !w-auto !py-1.5 text-small`;

/** Which moment is shown, as known when, and how it moves on. It stays in sight. */
export function ReplayBar() {
  const t = useTranslations('replay');
  const [state, player] = usePlayer();
  const { code, timezone } = useBoard((board) => board.header);
  const day = localDay(timezone, state.at);
  const chooseDay = (chosen: string): void => {
    if (chosen !== '')
      void player.seek(Math.min(instantOf(timezone, chosen, localClock(timezone, state.at)), Date.now()));
  };
  return (
    <section
      aria-label={t('controls')}
      className="sticky top-0 z-20 border-y-4 border-double border-brand bg-brand-soft px-3 py-2 sm:px-4 lg:px-5"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <PastMark />
        <Button look="primary" onClick={() => (state.playing ? player.pause() : player.play())}>
          {t(state.playing ? 'pause' : 'play')}
        </Button>
        <select
          aria-label={t('speed')}
          value={state.speed}
          onChange={({ target }) =>
            player.setSpeed(SPEEDS.find((speed) => String(speed) === target.value) ?? state.speed)
          }
          className={SELECT}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {t('times', { n: speed })}
            </option>
          ))}
        </select>
        <input
          type="date"
          aria-label={t('day')}
          value={day}
          max={localDay(timezone, Date.now())}
          onChange={({ target }) => chooseDay(target.value)}
          className={SELECT}
        />
        <select
          aria-label={t('known')}
          value={state.known}
          onChange={({ target }) =>
            void player.seek(state.at, KNOWN.find((known) => known === target.value) ?? state.known)
          }
          className={SELECT}
        >
          {KNOWN.map((known) => (
            <option key={known} value={known}>
              {t(known)}
            </option>
          ))}
        </select>
        <PageLink
          href={`/areas/${encodeURIComponent(code)}`}
          className="ml-auto inline-flex min-h-9 items-center text-small font-semibold text-brand underline pointer-coarse:min-h-11"
        >
          {t('toLive')}
        </PageLink>
      </div>
      <TimeSlider />
      <ReplayTrouble />
    </section>
  );
}
