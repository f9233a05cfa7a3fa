'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import type { AlertAnswer, AlertLine } from '../../lib/wire/alert-reads.ts';
import { mayAnywhere } from '../admin/sections.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import { Button } from '../ui/button.tsx';
import { AlertWriting, type Writing } from './alert-writing.tsx';

type AlertActsProps = { line: AlertLine; me: Me; onDone: (line: AlertLine) => void };

/** What people do about an alert: take it, note, close, explain. What is offered follows the roles; the server decides. */
export function AlertActs({ line, me, onDone }: AlertActsProps) {
  const t = useTranslations('alerts');
  const language = useLocale();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const path = pathOf(line);
  const take = async (): Promise<void> => {
    setBusy(true);
    const sent = await sendJson<AlertAnswer>('POST', `${path}/acts`, { act: 'take' }, { language });
    setBusy(false);
    setRefusal(sent.ok ? null : sent.refusal);
    if (sent.ok) onDone(sent.value);
  };
  const handles = mayAnywhere(me.roles, 'alerts.handle') && line.state !== 'closed';
  // What stands for many units is for none of them to explain.
  const explains = mayAnywhere(me.roles, 'alerts.explain') && line.units === null;
  if (writing)
    return (
      <AlertWriting
        path={path}
        writing={writing}
        onCancel={() => setWriting(null)}
        onDone={(answer) => {
          setWriting(null);
          onDone(answer);
        }}
      />
    );
  return (
    <>
      {handles && line.state === 'open' && (
        <Button look="primary" aria-disabled={busy} onClick={() => void (!busy && take())}>
          {t('take')}
        </Button>
      )}
      {handles && <Button onClick={() => setWriting('note')}>{t('note')}</Button>}
      {handles && <Button onClick={() => setWriting('close')}>{t('close')}</Button>}
      {explains && <Button onClick={() => setWriting('explain')}>{t('explain')}</Button>}
      <span role="alert" className="text-small font-semibold text-missed">
        {refusal && <RefusalText refusal={refusal} />}
      </span>
    </>
  );
}

/** What follows `/api/v1`. */
export const pathOf = ({ unit, alert }: Pick<AlertLine, 'unit' | 'alert'>): string =>
  `/areas/${encodeURIComponent(unit)}/alerts/${encodeURIComponent(alert)}`;
