'use client';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { TicketPageAnswer } from '../../lib/wire/ticket-page.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useFresh } from './use-fresh.ts';

const EVERY_MS = 10_000;

/** A citizen's own place in line: how many come first, how long it may take, where to go. */
export function TicketPage({ code, first }: { code: string; first: TicketPageAnswer }) {
  const t = useTranslations('place');
  const locale = useLocale();
  const format = useFormat();
  const path = `/t/${encodeURIComponent(code)}`;
  const { told: place, lost } = useFresh(path, first, EVERY_MS);
  const { unit, number, service, closesAt } = place;
  const time = format.clock(place.asOf, unit.timezone);
  return (
    <>
      <p className="text-ink2 [overflow-wrap:anywhere]">
        {localName(locale, unit)}
        {service && ` · ${localName(locale, service)}`}
      </p>
      <h1 className="text-[40px] leading-tight font-bold [overflow-wrap:anywhere]">
        {number === null ? t('headTitle') : t('title', { number })}
      </h1>
      <Standing place={place} />
      {place.number !== null && (
        <Panel title={t('calledNow')} className="mt-3">
          {place.calledNow.length === 0 ? (
            <p className="mt-1 text-ink2">{t('calledNone')}</p>
          ) : (
            <ul className="mt-1">
              {place.calledNow.map((called) => (
                <li
                  key={called.counter}
                  className="flex items-baseline justify-between gap-4 border-b border-grid py-2 last:border-0"
                >
                  <b className="text-lead font-semibold [overflow-wrap:anywhere]">{called.number}</b>
                  <span className="text-ink2">{t('calledAt', { counter: called.counter })}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      <p className={`mt-3 text-small ${lost ? 'font-semibold text-ink' : 'text-ink2'}`}>
        {t(lost ? 'lost' : 'asOf', { time })}
        {closesAt !== null && ` · ${t('closes', { time: format.clock(closesAt, unit.timezone) })}`}
      </p>
      <p className="mt-1 text-small text-ink2">{t('keep')}</p>
    </>
  );
}

/** What the ticket's holder must know first; read out when it changes. */
function Standing({ place }: { place: TicketPageAnswer }) {
  const { title, note, strong } = useStanding(place);
  return (
    <div
      role="status"
      className={`mt-3 rounded-panel px-4 py-4 ${strong ? 'bg-brand text-brand-ink' : 'border border-line bg-panel'}`}
    >
      {title.map((line, index) => (
        <p
          key={line}
          className={index === 0 ? 'text-[24px] leading-snug font-bold' : 'mt-1 text-lead font-semibold'}
        >
          {line}
        </p>
      ))}
      {note !== null && <p className={`mt-2 text-small ${strong ? '' : 'text-ink2'}`}>{note}</p>}
    </div>
  );
}

function useStanding({ state, ahead, estimate, counter }: TicketPageAnswer): {
  title: string[];
  note: string | null;
  /** The holder has to move. */
  strong: boolean;
} {
  const t = useTranslations('place');
  const format = useFormat();
  switch (state) {
    case 'waiting': {
      const before = ahead === 0 ? t('next') : t('ahead', { ahead: ahead ?? 0 });
      return {
        title: [
          before,
          estimate
            ? t('estimate', { range: format.range(estimate.lowSec, estimate.highSec) })
            : t('noEstimate'),
        ],
        note: t(estimate ? 'estimateNote' : 'noEstimateNote'),
        strong: false,
      };
    }
    case 'called':
    case 'serving':
      return {
        title: [counter === null ? t(`${state}Only`) : t(state, { counter })],
        note: null,
        strong: state === 'called',
      };
    default:
      return { title: [t(state)], note: t(`${state}Note`), strong: false };
  }
}
