'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import type { ExclusionLine, ExclusionsAnswer } from '../../lib/wire/exclusion-reads.ts';
import type { HistoryAnswer, NoteOfPeriod } from '../../lib/wire/reads.ts';
import { FigureFiles } from '../charts/figure-files.tsx';
import { useApi } from '../forms/use-api.ts';
import { useLaterPages } from '../forms/use-later-pages.ts';
import { useBoard } from '../live/use-board.ts';
import { Button } from '../ui/button.tsx';
import { SeeThen } from '../ui/see-then.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ExclusionForm } from './exclusion-form.tsx';
import { ExclusionStatus } from './exclusion-status.tsx';

const NONE: ExclusionsAnswer = { items: [], next: null, mayAsk: false };

type NotedPeriodsProps = { answer: HistoryAnswer; onChanged: () => void };

/** What was noted in the period ("power cut", "portal down"), and whether a measure leaves it out (V5). */
export function NotedPeriods({ answer, onChanged }: NotedPeriodsProps) {
  const t = useTranslations('notes');
  const format = useFormat();
  const code = useBoard((board) => board.header.code);
  const days = new URLSearchParams({ from: answer.from, to: answer.to });
  const path = `/areas/${encodeURIComponent(code)}/exclusions?${days}`;
  const [asked, reload] = useApi<ExclusionsAnswer>(answer.notes.length === 0 ? null : path);
  const first = asked.kind === 'ready' ? asked.value : NONE;
  const pages = useLaterPages<ExclusionLine>(path, first);
  const { more, busy, refusal, load } = pages;
  // Whether a note is left out is known when all that was asked is: the pages follow one another by themselves.
  useEffect(() => {
    if (more && !busy && refusal === null) void load();
  });
  if (answer.notes.length === 0) return null;
  const { items: exclusions } = pages;
  const { mayAsk } = first;
  const done = (): void => {
    reload();
    onChanged();
  };
  return (
    <details className="mt-1 text-small" open={exclusions.length > 0 || undefined}>
      <summary className="cursor-pointer py-1 font-semibold pointer-coarse:min-h-11">
        {t('title')} ({format.number(answer.notes.length)})
      </summary>
      <ul className="grid gap-2">
        {answer.notes.map((note) => (
          <Noted
            key={note.note}
            note={note}
            metric={answer.metric}
            mayAsk={mayAsk && note.unit === code}
            exclusions={exclusions.filter((line) => line.note === note.note)}
            onDone={done}
          />
        ))}
      </ul>
      {exclusions.length > 0 && <FigureFiles data={path} className="mt-1" />}
    </details>
  );
}

type NotedProps = {
  note: NoteOfPeriod;
  metric: ComparedMetric;
  mayAsk: boolean;
  exclusions: readonly ExclusionLine[];
  onDone: () => void;
};

function Noted({ note, metric, mayAsk, exclusions, onDone }: NotedProps) {
  const t = useTranslations('notes');
  const span = useSpanText();
  const [asking, setAsking] = useState(false);
  const open = exclusions.some((line) => line.decision !== 'refused' && line.metrics.includes(metric));
  return (
    <li className="border-l-2 border-line pl-2.5">
      <p className="wrap-anywhere">
        <span className="text-ink2">{span(note)}: </span>
        {note.text}
        <SeeThen area={note.unit} at={Date.parse(note.fromAt)} />
      </p>
      {exclusions.map((line) => (
        <ExclusionStatus key={line.exclusion} line={line} onDone={onDone} />
      ))}
      {mayAsk && note.toAt !== null && !open && !asking && (
        <Button onClick={() => setAsking(true)}>{t('exclude')}</Button>
      )}
      {asking && (
        <ExclusionForm
          note={note}
          metric={metric}
          onCancel={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onDone();
          }}
        />
      )}
    </li>
  );
}

/** From when to when it was, on the clocks of the area. */
function useSpanText(): (note: NoteOfPeriod) => string {
  const t = useTranslations('notes');
  const format = useFormat();
  const zone = useBoard((board) => board.header.timezone);
  const text = (iso: string): string => {
    const at = Date.parse(iso);
    const day = new Date(at).toLocaleDateString('sv-SE', { timeZone: zone });
    return `${format.dayShort(day)} ${format.clock(at, zone)}`;
  };
  return ({ fromAt, toAt }) =>
    toAt === null ? t('moment', { from: text(fromAt) }) : t('of', { from: text(fromAt), to: text(toAt) });
}
