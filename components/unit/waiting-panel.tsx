'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { WaitingTicket } from '../../lib/wire/board.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { useQueueState, useServiceNames } from './use-unit.ts';
import { WaitMark } from './wait-mark.tsx';

/** Lines that a hall's head reads at a glance; the rest is one press away. */
const SHOWN = 10;

/** Who waits, by printed number, longest first. */
export function WaitingPanel({ className }: { className?: string }) {
  const t = useTranslations('unit');
  const [all, setAll] = useState(false);
  const tickets = useUnitBoard((board) => board.tickets);
  const lines = Object.entries(tickets).sort(
    ([, a], [, b]) => a.since - b.since || (a.number < b.number ? -1 : 1),
  );
  const state = useQueueState();
  if (state !== 'live') return null;
  return (
    <Panel
      title={t('list')}
      aside={lines.length > 0 ? t('listCount', { count: lines.length }) : undefined}
      className={className}
    >
      {lines.length === 0 ? (
        <NobodyListed />
      ) : (
        <ol className="mt-1">
          {lines.slice(0, all ? undefined : SHOWN).map(([id, ticket]) => (
            <TicketLine key={id} ticket={ticket} />
          ))}
        </ol>
      )}

      {lines.length > SHOWN && (
        <Button className="mt-2 w-full" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('listLess') : t('listMore', { count: lines.length - SHOWN })}
        </Button>
      )}
    </Panel>
  );
}

/** An empty list is an empty queue only where tickets are reported one by one. */
function NobodyListed() {
  const t = useTranslations('unit');
  const waiting = useUnitBoard((board) => board.totals.waiting);
  if (waiting) return <p className="mt-1.5 text-ink2">{t('listGauge')}</p>;
  return <Notice title={t('listNone')} reason={t('listNoneReason')} />;
}

function TicketLine({ ticket }: { ticket: WaitingTicket }) {
  const t = useTranslations('unit');
  const serviceName = useServiceNames();
  return (
    <li className="flex items-center gap-2.5 border-b border-grid py-1.5 last:border-0">
      <span className="min-w-14 font-semibold">{ticket.number}</span>
      <span className="min-w-0 flex-1 text-small text-ink2">
        {serviceName(ticket.service)}
        {ticket.toCounter !== null && ` · ${t('toCounter', { counter: ticket.toCounter })}`}
      </span>
      {ticket.held && <Tag>{t('held')}</Tag>}
      <WaitMark since={ticket.since} />
    </li>
  );
}
