'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { InspectionAct } from '../../lib/domain/inspection/inspection-rights.ts';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { ACT_FORMS, type ActFormProps } from './act-forms.tsx';
import { inspectionApiPath } from './inspections-path.ts';

/** Acts that are asked about once and need nothing else. */
const PLAIN = { open: 'openWhy', announce: 'announceWhy', close: 'closeWhy' } as const;
type PlainAct = keyof typeof PLAIN;
const isPlain = (act: InspectionAct): act is PlainAct => Object.hasOwn(PLAIN, act);

/** What the reader can do now: on a phone the buttons stay under the thumb. */
export function InspectionActs({ inspection, onDone }: ActFormProps) {
  const t = useTranslations('inspections');
  const { acts } = inspection;
  const [chosen, setChosen] = useState<InspectionAct | null>(null);
  const [saved, setSaved] = useState(false);
  const open = chosen !== null && acts.includes(chosen) ? chosen : null;
  const Shown = open === null || isPlain(open) ? null : ACT_FORMS[open];
  const done = (next: InspectionAnswer): void => {
    setChosen(null);
    setSaved(true);
    onDone(next);
  };
  const choose = (act: InspectionAct): void => {
    setSaved(false);
    setChosen(act === open ? null : act);
  };
  return (
    <>
      <p role="status" className="text-small font-semibold text-met not-empty:mt-2">
        {saved && t('done')}
      </p>
      {acts.length === 0 && <p className="mt-2 text-small text-ink2">{t('nothing')}</p>}
      {acts.length > 0 && (
        <section
          aria-label={t('acts')}
          className="mt-3 grid grid-cols-2 gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-10 max-sm:mt-0 max-sm:border-t max-sm:border-line max-sm:bg-panel max-sm:p-3 sm:flex sm:flex-wrap"
        >
          {acts.map((act, index) => (
            <Button
              key={act}
              look={index === 0 ? 'primary' : 'plain'}
              aria-pressed={act === open}
              onClick={() => choose(act)}
              className="max-sm:min-h-12"
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </section>
      )}
      {open !== null && Shown && (
        <Panel title={t(`act.${open}`)} className="mt-3">
          <div className="mt-3 max-w-xl">
            <Shown key={open} inspection={inspection} onDone={done} />
          </div>
        </Panel>
      )}
      {open !== null && isPlain(open) && (
        <Ask act={open} inspection={inspection} onDone={done} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

function Ask({ act, inspection, onDone, onClose }: ActFormProps & { act: PlainAct; onClose: () => void }) {
  const t = useTranslations('inspections');
  const language = useLocale();
  const send = async () => {
    const path = `${inspectionApiPath(inspection.unit, inspection.inspection)}/${act}`;
    const sent = await sendJson<InspectionAnswer>('POST', path, {}, { language });
    if (sent.ok) onDone(sent.value);
    return sent;
  };
  return (
    <Confirm title={t(`act.${act}`)} action={t(`act.${act}`)} onConfirm={send} onClose={onClose}>
      {t(PLAIN[act])}
    </Confirm>
  );
}
