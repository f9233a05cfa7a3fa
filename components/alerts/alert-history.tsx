'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { momentText } from '../../lib/i18n/alert-text.ts';
import type { AlertAnswer, AlertLine } from '../../lib/wire/alert-reads.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { useApi } from '../forms/use-api.ts';
import { pathOf } from './alert-acts.tsx';
import { useAlertWords } from './use-alert-words.ts';

/** Everything that was done and said about an alert, asked for when it is opened. */
export function AlertHistory({ line }: { line: AlertLine }) {
  const t = useTranslations('alerts');
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-1.5 text-small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-2 text-ink2 hover:text-ink pointer-coarse:min-h-11">
        <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        {t('history')}
        {line.explanations > 0 && ` · ${t('explanations', { count: line.explanations })}`}
      </summary>
      {/* A change of the line asks anew. */}
      {open && <Steps key={JSON.stringify(line)} line={line} />}
    </details>
  );
}

function Steps({ line }: { line: AlertLine }) {
  const t = useTranslations('alerts');
  const words = useAlertWords();
  const [state] = useApi<AlertAnswer>(pathOf(line));
  if (state.kind === 'loading')
    return (
      <p role="status" className="text-ink2">
        {t('loading')}
      </p>
    );
  if (state.kind === 'failed')
    return (
      <p className="font-semibold text-missed">
        <RefusalText refusal={state.refusal} />
      </p>
    );
  const { steps, explained } = state.value;
  const said = [
    ...steps.map(({ at, by, step, note }) => ({ at, by, what: t(`steps.${step}`), text: note })),
    ...explained.map(({ at, by, text }) => ({ at, by, what: t('explain'), text: text ?? t('erased') })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <ol className="mt-1 grid gap-1">
      {said.map(({ at, by, what, text }) => (
        <li key={`${at} ${what}`} className="wrap-anywhere">
          <time dateTime={at} className="text-ink2">
            {momentText(at, words)}
          </time>{' '}
          <span className="font-semibold">{by ?? t('bySystem')}</span> {what}
          {text !== null && `: ${text}`}
        </li>
      ))}
    </ol>
  );
}
