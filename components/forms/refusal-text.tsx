'use client';
import { useTranslations } from 'use-intl';
import type { Refusal } from './send-json.ts';
import { isSignedOut, signInAgainPath } from './sign-in-again.ts';

/** Why the API refused, and what to do about it. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const t = useTranslations('problems');
  const { code, title, retryAfterSeconds } = refusal;
  const known = `${code}` as Parameters<typeof t.has>[0];
  if (isSignedOut(refusal)) {
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
  if (retryAfterSeconds !== null && (code === 'rate_limited' || code === 'too_many_tries'))
    return t('waitFor', { minutes: Math.ceil(retryAfterSeconds / 60), seconds: retryAfterSeconds });
  if (retryAfterSeconds !== null && code === 'too_much_at_once')
    return t('tooMuchFor', { seconds: retryAfterSeconds });
  if (t.has(known)) return t(known);
  return title ?? t('unknown', { code });
}
