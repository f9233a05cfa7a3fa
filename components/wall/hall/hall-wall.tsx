'use client';
import { useTranslations } from 'use-intl';
import { fullName } from '../../board/place-name.ts';
import { useThrottled } from '../../charts/use-throttled.ts';
import { useNow, useTimeOfDayAs } from '../../live/use-now.ts';
import { useFormat } from '../../ui/use-format.ts';
import { typeSizes } from '../type-sizes.ts';
import { useHall } from '../use-wall-board.ts';
import { WallFoot } from '../wall-foot.tsx';
import { WallHead } from '../wall-head.tsx';
import { useNotice, WallNotice } from '../wall-link.tsx';
import type { WallLook } from '../wall-look.ts';
import { WallStage } from '../wall-stage.tsx';
import { HallCalls } from './hall-calls.tsx';
import { HallMissed } from './hall-missed.tsx';
import { HallHours, HallResults } from './hall-results.tsx';
import { HallServices } from './hall-services.tsx';

/** Everything said to people who wait, at most twice a second. */
const EVERY_MS = 500;

/** W2: a waiting hall's wall: which number goes where, how long it takes, and how well this office serves. */
export function HallWall({ distance, turnMs, dim }: WallLook) {
  const t = useTranslations('wallBoard.hall');
  const format = useFormat();
  const sizes = typeSizes(distance);
  const board = useThrottled(
    useHall((whole) => whole),
    EVERY_MS,
  );
  const now = useNow();
  // Pages turn, and nobody is pointed at for ever, while the server is not heard.
  const time = useTimeOfDayAs((at) => at);
  const notice = useNotice() !== null;
  return (
    <WallStage sizes={sizes} dim={dim}>
      <WallHead title={fullName(format.locale, board.header)}>
        <HallHours sessions={board.header.sessions} zone={board.header.timezone} />
      </WallHead>
      <main className="grid min-h-0 grid-cols-[minmax(0,1.28fr)_minmax(0,1fr)] gap-4">
        <HallCalls board={board} now={now} time={time} distance={distance} turnMs={turnMs} />
        <div className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-4">
          <HallServices board={board} now={now} time={time} distance={distance} turnMs={turnMs} />
          <HallMissed board={board} now={now} distance={distance} />
        </div>
      </main>
      <div>
        {/* What must be known first takes the place of how well it went. */}
        {notice ? <WallNotice className="mb-2" /> : <HallResults board={board} />}
        <WallFoot>
          {board.header.hotline !== null && (
            <b className="mr-6 font-semibold text-ink">{t('hotline', { hotline: board.header.hotline })}</b>
          )}
          {t('rangeNote')}
        </WallFoot>
      </div>
    </WallStage>
  );
}
