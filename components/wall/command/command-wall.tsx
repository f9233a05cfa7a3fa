'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { needsAttention } from '../../../lib/domain/attention.ts';
import { localName } from '../../../lib/i18n/local-name.ts';
import { needOrder } from '../../board/need-order.ts';
import { useThrottled } from '../../charts/use-throttled.ts';
import { useNow, useTimeOfDayAs } from '../../live/use-now.ts';
import { useFormat } from '../../ui/use-format.ts';
import { alone, typeSizes } from '../type-sizes.ts';
import { useCommand } from '../use-wall-board.ts';
import { WallFoot } from '../wall-foot.tsx';
import { WallHead } from '../wall-head.tsx';
import { useNotice, WallNotice } from '../wall-link.tsx';
import type { WallLook } from '../wall-look.ts';
import { WallStage } from '../wall-stage.tsx';
import { CommandFigures } from './command-figures.tsx';
import { CommandTile } from './command-tile.tsx';
import { tilesAt } from './tiles-at.ts';
import { UnitsLine } from './units-line.tsx';
import { WallMosaic } from './wall-mosaic.tsx';

/** Tiles of equal need change places at most this often. */
const ORDER_MS = 5_000;

/** W2: a command room's wall: the figures of the period, what needs somebody first, every unit at its foot. */
export function CommandWall({ distance, turnMs, dim }: WallLook) {
  const t = useTranslations('wallBoard');
  const format = useFormat();
  const sizes = typeSizes(distance);
  const board = useThrottled(useCommand((whole) => whole));
  const resting = useThrottled(board, ORDER_MS);
  const now = useNow();
  const items = useMemo(() => needsAttention(board, now), [board, now]);
  const storm = items.find((item) => item.kind === 'storm');
  const units = useMemo(() => items.filter((item) => item.kind === 'unit'), [items]);
  const byCode = useMemo(() => new Map(units.map((unit) => [unit.code, unit])), [units]);
  const pinned = units.map(({ code }) => code).join('\n');
  const rest = useMemo(
    () => needOrder(pinned === '' ? [] : pinned.split('\n'), resting.units, resting.places).rest,
    [pinned, resting],
  );
  const rows = sizes.tiles / sizes.columns;
  const notice = useNotice() !== null;
  // A sentence above them takes the place of a row of tiles.
  const room = storm || notice ? (rows - 1) * sizes.columns : sizes.tiles;
  const time = useTimeOfDayAs((at) => at - (at % turnMs));
  const { codes: shown, page, pages } = tilesAt(units, rest, room, time, turnMs);
  return (
    <WallStage sizes={sizes} dim={dim}>
      <WallHead title={t('title', { name: localName(format.locale, board.header) })} />
      <main className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-4">
        <CommandFigures board={board} sizes={sizes} now={now} />
        <div
          className="grid min-h-0 gap-4"
          style={{ gridTemplateRows: notice || storm ? 'auto minmax(0,1fr)' : '1fr' }}
        >
          {notice && <WallNotice />}
          {storm && !notice && (
            <p
              data-storm=""
              className="rounded-2xl border-2 border-missed bg-missed-soft px-7 py-4 text-(length:--name) font-semibold text-balance text-missed"
            >
              {t('command.storm', {
                urgent: storm.urgent,
                units: storm.units,
                length: format.duration(2 * board.targets.within.seconds),
              })}
            </p>
          )}
          <ul
            className="grid min-h-0 auto-rows-fr gap-4"
            style={{
              gridTemplateColumns: `repeat(${Math.min(sizes.columns, Math.max(1, shown.length))}, minmax(0, 1fr))`,
            }}
          >
            {shown.map((code) => (
              <CommandTile
                key={code}
                code={code}
                board={board}
                need={byCode.get(code)}
                now={now}
                sizes={shown.length < 3 ? alone(sizes) : sizes}
                width={tileWidth(sizes.columns, shown.length)}
                calm={storm !== undefined}
              />
            ))}
          </ul>
        </div>
      </main>
      <div>
        <WallMosaic board={board} needs={byCode} now={now} storm={storm !== undefined} />
        <WallFoot period>
          <UnitsLine board={board} units={units} />
          {pages > 1 && (
            <b className="ml-6 font-semibold text-ink" data-page="">
              {t('command.page', { page, pages })}
            </b>
          )}
        </WallFoot>
      </div>
    </WallStage>
  );
}

/** Px of the picture for the text of a tile. */
const tileWidth = (columns: number, tiles: number): number => {
  const across = Math.min(columns, Math.max(1, tiles));
  return (1848 - (across - 1) * 16) / across - 48;
};
