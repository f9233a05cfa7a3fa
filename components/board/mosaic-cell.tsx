'use client';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { AttentionLevel } from '../../lib/domain/attention.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import { useNowAs } from '../live/use-now.ts';
import { AreaLink } from '../ui/area-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { isLive, type RowState } from './row-state.ts';
import { useRow } from './use-row.ts';

const LOOKS: Record<RowState, string> = {
  urgent:
    'bg-missed font-bold text-panel group-data-storm/mosaic:bg-missed-soft group-data-storm/mosaic:text-missed group-data-storm/mosaic:outline-[1.5px] -outline-offset-1 outline-missed',
  attention: 'bg-risk-soft font-semibold text-risk outline-[1.5px] -outline-offset-1 outline-risk',
  silent: 'hatched outline-1 -outline-offset-1 outline-dashed outline-quiet',
  unheard: 'outline-1 -outline-offset-1 outline-dashed outline-line',
  calm: 'bg-grid text-ink2',
  paper: 'outline-1 -outline-offset-1 outline-grid',
  none: 'outline-1 -outline-offset-1 outline-grid',
};

type MosaicCellProps = { code: string; level: AttentionLevel | undefined; stop: boolean; aimSeconds: number };

/** One unit: people waiting, its state, and as a bar at its foot how near the longest wait has come to the target. */
export const MosaicCell = memo(function MosaicCell({ code, level, stop, aimSeconds }: MosaicCellProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const found = useRow(code, level);
  const since = found && isLive(found.state) ? found.row.s : null;
  const eighths = useNowAs((now) =>
    since === null ? 0 : Math.min(8, Math.floor((now - since) / (aimSeconds * 125))),
  );
  if (!found) return null;
  const { row, place, state } = found;
  const name = localName(format.locale, place);
  const live = isLive(state);
  const word = t(`states.${state}`);
  return (
    <AreaLink
      code={code}
      data-code={code}
      tabIndex={stop ? 0 : -1}
      aria-label={
        live ? t('cellLive', { name, count: row.w ?? 0, state: word }) : t('cell', { name, state: word })
      }
      className={`relative grid h-6 place-items-center overflow-hidden rounded-sm text-[11px] leading-none pointer-coarse:h-8 ${LOOKS[state]}`}
    >
      {live && format.number(row.w)}
      {state === 'calm' && eighths > 0 && (
        <span
          className="absolute bottom-0 left-0 h-[2.5px] bg-quiet"
          style={{ width: `${eighths * 12.5}%` }}
        />
      )}
    </AreaLink>
  );
});
