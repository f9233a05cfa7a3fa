'use client';
import { type KeyboardEvent, type SyntheticEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { CellReading } from './cell-reading.tsx';
import { MosaicCell } from './mosaic-cell.tsx';
import { mosaicGroups } from './mosaic-groups.ts';
import type { Attention } from './use-attention.ts';

type UnitMosaicProps = {
  levels: Attention['levels'];
  title: string;
  /** One sentence already says that the whole area is overloaded: no red everywhere. */
  storm: boolean;
  /** Over both columns of the page. */
  wide: boolean;
};

/** Every unit as one cell, grouped by place; always in the same place, so that the eye learns it. */
export function UnitMosaic({ levels, title, storm, wide }: UnitMosaicProps) {
  const t = useTranslations('overview');
  const { locale } = useFormat();
  const places = useAreaBoard((board) => board.places);
  const area = useAreaBoard((board) => localName(locale, board.header));
  const aimSeconds = useAreaBoard((board) => board.targets.within.seconds);
  const groups = useMemo(() => mosaicGroups(places), [places]);
  const [shown, setShown] = useState<string | null>(null);
  const first = groups[0]?.codes[0];
  // One stop for the Tab key; arrows go from cell to cell.
  const [stop, setStop] = useState<string | null>(null);
  const show = (event: SyntheticEvent): void => setShown(codeOf(event.target));
  return (
    <Panel title={title} aside={t('mosaicNote')} className={wide ? 'lg:col-span-2' : ''}>
      <p className="min-h-5 text-small wrap-anywhere text-ink2">
        {shown === null ? t('mosaicHint') : <CellReading code={shown} />}
      </p>
      <div
        role="toolbar"
        aria-label={title}
        data-storm={storm || undefined}
        className={`group/mosaic mt-1 grid gap-x-5 gap-y-2 sm:grid-cols-2 ${wide ? 'lg:grid-cols-4' : ''}`}
        onPointerOver={show}
        onPointerLeave={() => setShown(null)}
        onFocus={(event) => {
          show(event);
          setStop(codeOf(event.target));
        }}
        onBlur={() => setShown(null)}
        onKeyDown={step}
      >
        {groups.map(({ group, name, codes }) => (
          <div key={group}>
            {(name !== null || groups.length > 1) && (
              <h3 className="mb-1 text-tiny font-medium wrap-anywhere text-ink2">
                {t('group', { name: name ?? t('groupDirect', { name: area }), count: codes.length })}
              </h3>
            )}
            <div className="grid grid-cols-[repeat(auto-fill,minmax(27px,1fr))] gap-[3px]">
              {codes.map((code) => (
                <MosaicCell
                  key={code}
                  code={code}
                  level={levels.get(code)}
                  stop={code === (stop ?? first)}
                  aimSeconds={aimSeconds}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </Panel>
  );
}

const codeOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-code]')?.dataset.code ?? null) : null;

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function step(event: KeyboardEvent<HTMLElement>): void {
  const by = STEPS[event.key];
  if (by === undefined) return;
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-code]')];
  const next = cells[cells.findIndex((cell) => cell.matches(':focus')) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
