import type { ReactNode } from 'react';
import { Failure } from '../components/shell/failure.tsx';
import { MoreWords } from '../components/shell/more-words.tsx';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import { Notice } from '../components/ui/notice.tsx';
import { loadThemes } from '../lib/i18n/load-theme.ts';
import type { Asked } from '../lib/wire/device/ratings-given.ts';
import type { Loaded } from './load-from-api.ts';
import { readerOf } from './reader.ts';
import { wordsOf } from './words-of.ts';

/** The page of a rating by phone, or why there is none. */
export async function PhoneRatingPage<T extends Asked>({
  found,
  children,
}: {
  found: Loaded<T>;
  children: (value: T) => ReactNode;
}) {
  const { locale, theme } = await readerOf();
  const t = await wordsOf(locale, 'rate');
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'rate')}>
      <PlainShell theme={theme} demo={found.kind === 'ok' && found.value.unit.demo}>
        {found.kind === 'ok' ? (
          children(found.value)
        ) : found.kind === 'failure' && found.failure.kind === 'unreachable' ? (
          <Failure failure={found.failure} />
        ) : (
          <Notice as="h1" title={t('goneTitle')} reason={t('goneReason')} />
        )}
      </PlainShell>
    </MoreWords>
  );
}
