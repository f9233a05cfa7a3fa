import { Notice } from '../components/ui/notice.tsx';
import type { Me } from '../lib/wire/access/account.ts';
import { readerOf } from './reader.ts';
import { wordsOf } from './words-of.ts';

/** Somebody signed in who may see nothing: no role yet, or one that waits for a second factor. */
export async function NoRole({ me: { secondFactor } }: { me: Me }) {
  const { locale } = await readerOf();
  const t = await wordsOf(locale, 'account');
  const waits = secondFactor.required && !secondFactor.on;
  return (
    <Notice
      as="h1"
      tone={waits ? 'attention' : 'plain'}
      title={waits ? t('rolesFactor') : t('rolesNone')}
      reason={waits ? t('rolesFactorReason') : t('rolesNoneReason')}
      action={
        <a href="/account" className="font-semibold text-brand underline underline-offset-4">
          {t('title')}
        </a>
      }
    />
  );
}
