'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '../forms/copy-button.tsx';
import { SecretOnce } from './secret-once.tsx';

/** Names of this very machine, which on a TV would name the TV. */
const OWN_NAMES = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * What is opened on the TV: the page of walls, with the token behind the `#`, which no browser sends and no proxy logs.
 * The token stands beside it for whatever is no browser.
 */
export function PairedWall({ token }: { token: string }) {
  const t = useTranslations('admin.walls');
  const id = useId();
  return (
    <SecretOnce title={t('made')} reason={t('madeReason')} secret={`${location.origin}/wall#${token}`}>
      <p className="mt-2.5 text-small text-ink2">{t('addressNote')}</p>
      {OWN_NAMES.test(location.hostname) && (
        <p className="mt-1 text-small font-semibold text-risk">
          {t('addressLocal', { host: location.hostname })}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-3 text-small">
        <span className="text-ink2">{t('token')}</span>
        <code id={id} className="font-mono text-[13px] wrap-anywhere select-all">
          {token}
        </code>
        <CopyButton text={token} from={id} />
      </div>
    </SecretOnce>
  );
}
