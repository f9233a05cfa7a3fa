'use client';
import { useTranslations } from 'use-intl';
import type { Refusal } from './send-json.ts';
import { signInAgainPath } from './sign-in-again.ts';

/** Why the API refused, and what to do about it. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const t = useTranslations('problems');
  const { code, title, retryAfterSeconds } = refusal;
  const known = `${code}` as Parameters<typeof t.has>[0];
  if (code === 'no_session') {
    return (
      <>
        {t('no_session')}{' '}
        <a
          href={signInAgainPath()}
          target="_blank"
          rel="noreferrer"
          className="font-semibold underline underline-offset-4"
        >
          {t('signInBeside')}
        </a>
      </>
    );
  }
  if (code === 'rate_limited' && retryAfterSeconds !== null)
    return t('waitFor', { minutes: Math.ceil(retryAfterSeconds / 60), seconds: retryAfterSeconds });
  if (t.has(known)) return t(known);
  return title ?? t('unknown', { code });
}
