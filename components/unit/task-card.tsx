'use client';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { AttentionCause } from '../../lib/domain/attention.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { useNow } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { type UnitTask, unitTask } from './unit-task.ts';
import { useQueueState, useServiceNames } from './use-unit.ts';

const HelpRequest = lazy(async () => ({ default: (await import('./help-request.tsx')).HelpRequest }));

/** The one thing to do now with its reason; a quiet line when nothing is. It ends when the board says so. */
export function TaskCard() {
  const t = useTranslations('task');
  const board = useUnitBoard((whole) => whole);
  const live = useQueueState() === 'live';
  const now = useNow();
  const task = unitTask(board, now);
  if (!task) {
    return live ? (
      <p className="rounded-panel border border-line bg-panel px-4 py-2.5 text-ink2">{t('nothing')}</p>
    ) : null;
  }
  return (
    <section
      aria-labelledby="task"
      className="rounded-panel bg-brand px-4 py-3.5 text-brand-ink max-md:rounded-[14px]"
    >
      <h2 id="task" className="text-small">
        {t('heading')}
      </h2>
      <Said task={task} now={now} />
    </section>
  );
}

function Said({ task, now }: { task: UnitTask; now: number }) {
  const t = useTranslations('task');
  const cause = useCauseText();
  const wait = useWaitText();
  const unserved = useUnservedText();
  const first =
    task.kind === 'wait'
      ? wait(task, now)
      : task.kind === 'unserved'
        ? unserved(task)
        : cause(task.cause, now);
  const others = task.others.map((other) => cause(other, now).title);
  return (
    <>
      <p className="text-lg leading-snug font-bold">{first.title}</p>
      <p className="mt-0.5 text-small">{first.detail}</p>
      {task.kind === 'wait' && task.risk && (
        <p className="mt-0.5 text-small">{unserved({ ...task, risk: task.risk }).risk}</p>
      )}
      {task.kind !== 'cause' && (
        <Suspense>
          <HelpRequest counter={task.advice?.counter ?? null} />
        </Suspense>
      )}
      {others.length > 0 && <p className="mt-1 text-small">{t('also', { others: others.join(' · ') })}</p>}
    </>
  );
}

/** Whom the end of the session may leave unserved, and which counter would help. */
function useUnservedText(): (
  task: Pick<Extract<UnitTask, { kind: 'unserved' }>, 'risk' | 'advice'>,
) => Text & { risk: string } {
  const t = useTranslations('task');
  const format = useFormat();
  const serviceName = useServiceNames();
  const zone = useUnitBoard((board) => board.header.timezone);
  return ({ risk, advice }) => {
    const { low, high } = risk;
    const people = low === high ? format.number(high) : `${format.number(low)}–${format.number(high)}`;
    const words = { people, time: format.clock(risk.endAt, zone) };
    const told = t('unserved', words);
    const named = { counter: advice?.counter ?? '', service: serviceName(risk.service) };
    return {
      title: advice === null ? told : t(advice.kind === 'open' ? 'openMore' : 'callMore', named),
      detail: advice === null ? t('unservedBusy') : told,
      risk: told,
    };
  };
}

type Text = { title: string; detail: string };

function useWaitText(): (task: Extract<UnitTask, { kind: 'wait' }>, now: number) => Text {
  const t = useTranslations('task');
  const format = useFormat();
  const serviceName = useServiceNames();
  const aim = useUnitBoard((board) => board.targets.within.seconds);
  return ({ ticket, behind, advice }, now) => {
    const { number } = ticket;
    const words = {
      number,
      behind,
      service: serviceName(ticket.service),
      length: format.duration((now - ticket.since) / 1000),
      counter: advice?.counter ?? '',
    };
    const over = t('over', { length: format.duration(aim) });
    return {
      title: advice === null ? t('allBusy', words) : t(advice.kind, words),
      detail: `${over} · ${t('ends', { number })}`,
    };
  };
}

function useCauseText(): (cause: AttentionCause, now: number) => Text {
  const t = useTranslations('task');
  const format = useFormat();
  const month = format.month(useUnitBoard((board) => board.header.monthFrom));
  const zone = useUnitBoard((board) => board.header.timezone);
  return (cause, now) => {
    switch (cause.kind) {
      case 'longWait':
        return {
          title: t('longWait', { length: format.duration((now - cause.since) / 1000) }),
          detail: t('longWaitDetail'),
        };
      case 'silent':
        return { title: t('silent'), detail: t('silentDetail') };
      case 'issuingStopped':
        return {
          title: t('issuingStopped', { waiting: cause.waiting }),
          detail: t('issuingStoppedDetail', { services: cause.services }),
        };
      case 'satisfaction': {
        return {
          title: t('satisfaction', {
            month,
            share: format.percent(cause.n / cause.of),
            of: cause.of,
            target: format.target(cause.target),
          }),
          detail: t('satisfactionDetail'),
        };
      }
      case 'overdue':
        return { title: t('overdue', { dossiers: cause.dossiers }), detail: t('overdueDetail') };
      case 'dueToday':
        return {
          title: t('dueToday', { dossiers: cause.dossiers, time: format.clock(cause.closesAt, zone) }),
          detail: t('dueTodayDetail'),
        };
    }
  };
}
