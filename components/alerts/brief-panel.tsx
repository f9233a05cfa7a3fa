'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { BriefAnswer } from '../../lib/wire/alert-reads.ts';
import { CopyButton } from '../forms/copy-button.tsx';
import { RefusalText } from '../forms/refusal-text.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';

const ID = 'brief';

/** The brief of this moment, to be read and copied; asked for when it is opened. */
export function BriefPanel() {
  const t = useTranslations('brief');
  const [open, setOpen] = useState(false);
  return (
    <details
      className="rounded-panel border border-line bg-panel px-4 py-2"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-2 font-semibold pointer-coarse:min-h-11">
        <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        {t('heading')}
      </summary>
      {open && <Brief />}
    </details>
  );
}

function Brief() {
  const t = useTranslations('brief');
  const locale = useLocale();
  const { code } = useBoard((board) => board.header);
  const path = `/areas/${encodeURIComponent(code)}`;
  const [state] = useApi<BriefAnswer>(`${path}/brief?lang=${locale}`);
  if (state.kind === 'loading') return null;
  if (state.kind === 'failed')
    return (
      <p className="text-small font-semibold text-missed">
        <RefusalText refusal={state.refusal} />
      </p>
    );
  // Asked for by the browser, so there is always an address.
  const lines = [...state.value.lines, new URL(path, location.href).href];
  return (
    <div className="grid gap-2 pt-1 pb-2">
      <p id={ID} className="text-small whitespace-pre-line wrap-anywhere">
        {lines.join('\n')}
      </p>
      <CopyButton text={lines.join('\n')} from={ID}>
        {t('copy')}
      </CopyButton>
    </div>
  );
}
