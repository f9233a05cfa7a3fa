'use client';
import { useTranslations } from 'use-intl';
import type { WallDistance } from '../../../lib/domain/access/wall-view.ts';
import type { HallBoard, HallCall } from '../../../lib/wire/wall-board.ts';
import { useFormat } from '../../ui/use-format.ts';
import { openingAt } from '../../unit/opening.ts';
import { pageAt } from '../wall-time.ts';
import { byCounter, isNewCall, latestFirst } from './call-order.ts';

type CallsProps = { board: HallBoard; now: number; time: number; distance: WallDistance; turnMs: number };

/** Large lines that fit, and below them numbers that are already served. */
const ROOM = { 5: { called: 4, serving: 4 }, 8: { called: 3, serving: 2 } } as const;
/** In each row of those being served. */
const ACROSS = 2;

/** Which number goes to which counter: those called large and the newest first, those being served below. */
export function HallCalls({ board, now, time, distance, turnMs }: CallsProps) {
  const t = useTranslations('wallBoard.hall');
  const calls = Object.entries(board.calls);
  const room = ROOM[distance];
  const called = latestFirst(calls.filter(([, { state }]) => state === 'called'));
  // A new call is on the first page, which is then the one that is shown.
  const fresh = called.some(([, call]) => isNewCall(call, time));
  const shown = pageAt(called, room.called, fresh ? 0 : time, turnMs);
  const free = room.called - shown.items.length;
  const serving = pageAt(
    byCounter(calls.filter(([, { state }]) => state === 'serving')),
    room.serving + free * ACROSS,
    time,
    turnMs,
  );
  return (
    <section className="flex min-h-0 flex-col rounded-2xl border border-line bg-panel px-8 py-4">
      <div className="flex items-baseline justify-between text-ink2">
        <h2 className="text-(length:--word) font-medium">{t('calls')}</h2>
        {shown.pages > 1 && (
          <span className="text-(length:--small)">{t('page', { page: shown.page, pages: shown.pages })}</span>
        )}
      </div>
      {called.length === 0 && <Nobody board={board} now={now} />}
      <ul className="mt-1 grid gap-2">
        {shown.items.map(([counter, call]) => (
          <CallLine
            key={`${counter}/${call.number}/${call.at}`}
            counter={counter}
            call={call}
            isNew={isNewCall(call, time)}
          />
        ))}
      </ul>
      {serving.items.length > 0 && (
        <div className="mt-auto border-t border-line pt-3">
          <div className="flex items-baseline justify-between text-ink2">
            <h2 className="text-(length:--small) font-medium">{t('serving')}</h2>
            {serving.pages > 1 && (
              <span className="text-(length:--small)">
                {t('page', { page: serving.page, pages: serving.pages })}
              </span>
            )}
          </div>
          <ul className="mt-1 grid grid-cols-2 gap-x-8">
            {serving.items.map(([counter, { number }]) => (
              <li key={counter} className="flex items-baseline justify-between whitespace-nowrap text-ink2">
                <span className="text-(length:--figure) leading-[1.15] font-semibold" data-read="">
                  {number}
                </span>
                <span className="text-(length:--word)">{t('counter', { counter })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function CallLine({ counter, call, isNew }: { counter: string; call: HallCall; isNew: boolean }) {
  const t = useTranslations('wallBoard.hall');
  const marks = [call.priority && t('priority'), call.collects && t('collects')].filter(Boolean);
  return (
    <li
      data-call={call.number}
      data-new={isNew || undefined}
      className="flex items-baseline gap-4 rounded-xl px-4 whitespace-nowrap motion-safe:data-new:animate-[called_2.4s_ease-in-out_infinite] data-new:bg-brand-soft"
    >
      <b className="text-[length:calc(var(--figure)*1.4)] leading-[1.15] font-semibold" data-read="">
        {call.number}
      </b>
      <span className="text-(length:--small) text-ink2">{marks.join(' · ')}</span>
      <span className="ml-auto text-brand">
        <span className="text-(length:--name) font-medium">{t('counterWord')}</span>{' '}
        <b className="text-[length:calc(var(--figure)*1.4)] leading-[1.15] font-semibold" data-read="">
          {counter}
        </b>
      </span>
    </li>
  );
}

/** Nobody is called: because nobody waits, or because the doors are closed. */
function Nobody({ board, now }: { board: HallBoard; now: number }) {
  const t = useTranslations('wallBoard.hall');
  const format = useFormat();
  const opening = openingAt(board.header.sessions, now);
  const text =
    opening.kind === 'over'
      ? t('callsOver')
      : opening.kind === 'later'
        ? t('callsLater', { time: format.clock(opening.fromAt, board.header.timezone) })
        : t('callsNone');
  return <p className="mt-4 text-(length:--name) text-balance text-ink2">{text}</p>;
}
