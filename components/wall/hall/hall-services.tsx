'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { WallDistance } from '../../../lib/domain/access/wall-view.ts';
import { isSilent } from '../../../lib/domain/attention.ts';
import { localName } from '../../../lib/i18n/local-name.ts';
import type { HallBoard, HallService } from '../../../lib/wire/wall-board.ts';
import { useFormat } from '../../ui/use-format.ts';
import { fittedPx } from '../type-sizes.ts';
import { pageAt } from '../wall-time.ts';
import { waitMinutes } from './wait-text.ts';

type ServicesProps = { board: HallBoard; now: number; time: number; distance: WallDistance; turnMs: number };

const ROOM = { 5: 4, 8: 2 } as const;

/** Who waits for what and how long that takes, by service; whoever collects a result apart. */
export function HallServices({ board, now, time, distance, turnMs }: ServicesProps) {
  const t = useTranslations('wallBoard.hall');
  const format = useFormat();
  const { services, header, totals } = board;
  const entries = Object.entries(services).sort(
    ([, a], [, b]) =>
      Number(b.stoppedSince !== null) - Number(a.stoppedSince !== null) ||
      b.waiting - a.waiting ||
      localName(format.locale, a).localeCompare(localName(format.locale, b), 'vi'),
  );
  const shown = pageAt(entries, ROOM[distance], time, turnMs);
  const collecting = entries.reduce((sum, [, service]) => sum + service.collecting, 0);
  const silent = isSilent({ q: totals.silentFrom }, now);
  return (
    <section className="flex min-h-0 flex-col rounded-2xl border border-line bg-panel px-7 py-3">
      <Head
        left={t('service')}
        right={`${t('wait')}${shown.pages > 1 ? ` · ${t('page', { page: shown.page, pages: shown.pages })}` : ''}`}
      />
      {entries.length === 0 && (
        <p className="mt-2 text-(length:--word) text-ink2">
          {header.queue === 'none' ? t('noQueue') : t('noServices')}
        </p>
      )}
      <ul>
        {shown.items.map(([code, service]) => (
          <ServiceLine key={code} code={code} service={service} />
        ))}
      </ul>
      {entries.length > 0 && (
        <div className="mt-auto flex items-baseline justify-between border-t border-line pt-1">
          <span className="text-(length:--word) font-medium">{t('collecting')}</span>
          <span className="text-(length:--figure) leading-[1.15] font-semibold" data-read="">
            {format.number(collecting)}
          </span>
        </div>
      )}
      {silent && <p className="text-(length:--small) font-semibold text-risk">{t('silent')}</p>}
    </section>
  );
}

const Head = ({ left, right }: { left: ReactNode; right: ReactNode }) => (
  <div className="flex items-baseline justify-between text-(length:--small) font-medium whitespace-nowrap text-ink2">
    <h2>{left}</h2>
    <span>{right}</span>
  </div>
);

const NAME_PX = 400;

function ServiceLine({ code, service }: { code: string; service: HallService }) {
  const t = useTranslations('wallBoard.hall');
  const format = useFormat();
  const range = waitMinutes(service.wait);
  const name = localName(format.locale, service);
  const text =
    range === null ? t('rangeNone') : range.low === range.high ? t('rangeOne', range) : t('range', range);
  return (
    <li
      data-service={code}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-b border-line py-1 last:border-0"
    >
      <span>
        <span
          className="block font-semibold text-balance"
          style={{ fontSize: fittedPx(name, 36, NAME_PX * 2) }}
        >
          {name}
        </span>
        <span className="text-(length:--small) text-ink2">{t('people', { count: service.waiting })}</span>
      </span>
      {service.stoppedSince !== null ? (
        <span className="rounded-lg border-2 border-risk px-3 text-(length:--word) font-semibold text-risk">
          {t('stopped')}
        </span>
      ) : (
        <span
          className="text-(length:--figure) leading-[1.15] font-semibold whitespace-nowrap"
          data-read=""
          data-range={range ? `${range.low}-${range.high}` : ''}
        >
          {text}
        </span>
      )}
    </li>
  );
}
