'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InspectionAnswer, PictureAnswer } from '../../lib/wire/inspection-reads.ts';
import { AnsweredList } from '../forms/answered-list.tsx';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { inspectionApiPath } from './inspections-path.ts';
import { useInspectionWords } from './use-inspection-words.ts';

/** The unit as it was when the inspection was opened (I6), asked for on demand. */
export function PicturePanel({ inspection }: { inspection: InspectionAnswer }) {
  const t = useTranslations('inspections');
  const { clock } = useInspectionWords(inspection.unit);
  const [shown, setShown] = useState(false);
  const { unit, picture, state } = inspection;
  const path = `${inspectionApiPath(unit, inspection.inspection)}/picture`;
  const [answer, reload] = useApi<PictureAnswer>(shown ? path : null);
  if (!picture)
    return state === 'planned' ? null : (
      <Panel title={t('picture')} className="mt-3">
        <p className="mt-1 text-ink2">{t('noPicture')}</p>
      </Panel>
    );
  const { at, seq, hash } = picture;
  return (
    <Panel title={t('picture')} className="mt-3">
      <p className="mt-0.5 text-small text-ink2">
        {t('pictureAt', { time: clock(at), seq, hash: hash.slice(0, 12) })}
      </p>
      {!shown && (
        <Button className="mt-2" onClick={() => setShown(true)}>
          {t('showPicture')}
        </Button>
      )}
      {shown && (
        <AnsweredList theme="inspections" state={answer} reload={reload}>
          {(value) => <Picture picture={value} unit={unit} />}
        </AnsweredList>
      )}
    </Panel>
  );
}

function Picture({ picture: { board }, unit }: { picture: PictureAnswer; unit: string }) {
  const t = useTranslations('inspections');
  const format = useFormat();
  const { clock } = useInspectionWords(unit);
  const counters = Object.entries(board.counters);
  const tickets = Object.entries(board.tickets);
  const serviceName = (code: string): string => board.services[code]?.name ?? code;
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-2">
      <section aria-label={t('pictureCounters')}>
        <h3 className="text-small font-semibold">{t('pictureCounters')}</h3>
        <ul className="mt-1 text-small">
          {counters.map(([counter, { state, serving }]) => (
            <li key={counter} className="flex justify-between gap-3 border-b border-grid py-1 last:border-0">
              <span>
                {counter}
                {state !== 'unknown' && ` · ${t(`counterStates.${state}`)}`}
              </span>
              <span className="tabular-nums">{serving?.number ?? '—'}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('pictureWaiting')}>
        <h3 className="text-small font-semibold">
          {t('pictureWaiting')}: {format.number(board.totals.waiting)}
        </h3>
        {tickets.length === 0 && <p className="mt-1 text-small text-ink2">{t('pictureNone')}</p>}
        <ul className="mt-1 text-small">
          {tickets.map(([ticket, { number, service, since }]) => (
            <li key={ticket} className="flex justify-between gap-3 border-b border-grid py-1 last:border-0">
              <span className="min-w-0 wrap-anywhere">
                <b className="font-semibold tabular-nums">{number}</b> · {serviceName(service)}
              </span>
              <span className="whitespace-nowrap text-ink2 tabular-nums">
                {t('pictureSince')} {clock(new Date(since).toISOString())}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
