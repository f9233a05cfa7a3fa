'use client';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '../forms/copy-button.tsx';
import { Button } from '../ui/button.tsx';

/** Codes for the day without a phone, shown this once. Takes the focus, so that nobody misses them. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('account');
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="mt-3 outline-none">
      <p role="status" className="font-semibold text-met">
        {t('confirmed')}
      </p>
      <h3 className="mt-3 text-[13px] font-semibold">{t('backup')}</h3>
      <p className="text-small text-ink2">{t('backupReason')}</p>
      <ul
        id={listId}
        className="my-2.5 grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border border-line bg-bg px-3 py-2.5 font-mono text-body select-all"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton text={codes.join('\n')} from={listId} />
        <Button onClick={() => print()}>{t('print')}</Button>
      </div>
    </div>
  );
}
