'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { PageAct } from '../../lib/domain/suggestion/page-rights.ts';
import type { PageAnswer } from '../../lib/wire/suggestion-reads.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { ACT_FORMS, type ActFormProps } from './act-forms.tsx';
import { bookApiPath } from './book-path.ts';

// What the page waits for stands open: sorting, then the mark.
function waitingFor({ acts, kind }: PageAnswer): PageAct | null {
  const next = kind === null ? 'sort' : 'see';
  return acts.includes(next) ? next : null;
}

/** What the reader can do with a page now. */
export function PageActs({ page, onDone }: ActFormProps) {
  const t = useTranslations('book');
  const acts = page.acts.filter((act) => act !== 'erase');
  const [chosen, setChosen] = useState<PageAct | null>(null);
  const [saved, setSaved] = useState(false);
  const open = chosen !== null && page.acts.includes(chosen) ? chosen : waitingFor(page);
  const Shown = open === null || open === 'erase' ? null : ACT_FORMS[open];
  const done = (next: PageAnswer): void => {
    setChosen(null);
    setSaved(true);
    onDone(next);
  };
  return (
    <Panel title={t('acts')} className="mt-3">
      <p role="status" className="text-small font-semibold text-met not-empty:mt-1">
        {saved && t('done')}
      </p>
      {acts.length === 0 && <p className="mt-1 text-ink2">{t('nothing')}</p>}
      {acts.length > 1 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {acts.map((act) => (
            <Button key={act} aria-pressed={act === open} onClick={() => setChosen(act)}>
              {t(act)}
            </Button>
          ))}
        </div>
      )}
      {Shown && (
        <div className="mt-3 max-w-xl">
          <Shown key={open} page={page} onDone={done} />
        </div>
      )}
      {page.acts.includes('erase') && <Erase page={page} onDone={done} />}
    </Panel>
  );
}

function Erase({ page: { unit, page }, onDone }: ActFormProps) {
  const t = useTranslations('book');
  const language = useLocale();
  const [asking, setAsking] = useState(false);
  const erase = async () => {
    const path = `${bookApiPath(unit, page)}/erase`;
    const sent = await sendJson<PageAnswer>('POST', path, {}, { language });
    if (sent.ok) onDone(sent.value);
    return sent;
  };
  return (
    <div className="mt-4 border-t border-grid pt-3">
      <Button onClick={() => setAsking(true)}>{t('erase')}</Button>
      {asking && (
        <Confirm
          title={t('eraseTitle', { page })}
          action={t('erase')}
          onConfirm={erase}
          onClose={() => setAsking(false)}
        >
          {t('eraseReason')}
        </Confirm>
      )}
    </div>
  );
}
