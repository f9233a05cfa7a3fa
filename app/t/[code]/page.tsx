import type { Metadata } from 'next';
import { TicketPage } from '../../../components/citizen/ticket-page.tsx';
import { Failure } from '../../../components/shell/failure.tsx';
import { MoreWords } from '../../../components/shell/more-words.tsx';
import { PlainShell } from '../../../components/shell/plain-shell.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { loadThemes } from '../../../lib/i18n/load-theme.ts';
import { codeOf } from '../../code-of.ts';
import { loadTicketPage } from '../../load-from-api.ts';
import { readerOf } from '../../reader.ts';
import { wordsOf } from '../../words-of.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'place');
  return { title: t('headTitle'), robots: { index: false }, referrer: 'no-referrer' };
}

/** One citizen's place in line: for whoever holds the address printed on the ticket. */
export default async function Page({ params }: Props) {
  const code = await codeOf(params);
  const [{ locale, theme }, found] = await Promise.all([readerOf(), loadTicketPage(code)]);
  const t = await wordsOf(locale, 'place');
  return (
    <MoreWords messages={await loadThemes(locale, 'citizen')}>
      <PlainShell theme={theme} demo={found.kind === 'ok' && found.value.unit.demo}>
        {found.kind === 'ok' ? (
          <>
            {/* Without scripts the browser itself asks again. */}
            <noscript>
              <meta httpEquiv="refresh" content="30" />
            </noscript>
            <TicketPage code={code} first={found.value} />
          </>
        ) : found.kind === 'failure' ? (
          <Failure failure={found.failure} />
        ) : (
          <Notice as="h1" title={t('expiredTitle')} reason={t('expiredReason')} />
        )}
      </PlainShell>
    </MoreWords>
  );
}
