'use client';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { FrozenReport, FrozenReports } from '../../lib/wire/report.ts';
import { MoreLines } from '../forms/more-lines.tsx';
import { useLaterPages } from '../forms/use-later-pages.ts';
import { useBoard } from '../live/use-board.ts';
import { usePeriodText } from '../measures/use-period-text.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';

type CutListProps = {
  /** Of the first page. */
  path: string;
  first: FrozenReports;
  shown: string | null;
  onOpen: (seq: string) => void;
};

/** The cut-offs of an area, the newest period first. */
export function CutList({ path, first, shown, onOpen }: CutListProps) {
  const t = useTranslations('reports');
  const pages = useLaterPages<FrozenReport>(path, first);
  const { items: cuts } = pages;
  const periodText = usePeriodText();
  const format = useFormat();
  const zone = useBoard((board) => board.header.timezone);
  return (
    <Panel title={t('cuts')}>
      {cuts.length === 0 && <p className="mt-1 text-small text-ink2">{t('noCuts')}</p>}
      <ul className="mt-1 max-h-80 overflow-y-auto">
        {cuts.map((cut) => {
          const at = Date.parse(cut.at);
          const time = `${format.clock(at, zone)} ${format.date(localDay(zone, at))}`;
          const period = periodText(cut.kind, cut);
          return (
            <li
              key={cut.seq}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-1.5 last:border-0"
            >
              <span className="text-small">
                <b className="font-semibold">{period}</b>,{' '}
                {t('cutAt', { cut: cut.cut, time, hash: cut.hash.slice(0, 16) })}
              </span>
              <Button
                aria-label={`${t('open')}: ${period}, ${t('frozenAs', { cut: cut.cut })}`}
                aria-pressed={shown === String(cut.seq)}
                onClick={() => onOpen(String(cut.seq))}
              >
                {t('open')}
              </Button>
            </li>
          );
        })}
      </ul>
      {pages.more && (
        <MoreLines pages={pages} words={{ more: t('more'), loading: t('loading') }} className="pt-2" />
      )}
    </Panel>
  );
}
