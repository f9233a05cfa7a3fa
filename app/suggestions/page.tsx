import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { mayAnywhere } from '../../components/admin/sections.ts';
import { BookPage } from '../../components/book/book-page.tsx';
import { EmptyTree } from '../../components/shell/empty-tree.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import type { Me } from '../../lib/wire/access/account.ts';
import { loadMe } from '../load-from-api.ts';
import { ownArea } from '../own-area.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { WhyNot } from '../why-not.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { book } = await loadThemes((await readerOf()).locale, 'book');
  return { title: book?.title };
}

/** The suggestion book of the area in the address; without one, of where the reader's first role is. */
export default async function Page() {
  const [{ locale, theme }, me] = await Promise.all([readerOf(), loadMe()]);
  if (me.kind === 'signed_out') redirect('/suggestions');
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'audit', 'book')}>
      <PlainShell theme={theme} wide person={<PersonMark />}>
        {me.kind === 'ok' ? (
          <Book me={me.value} />
        ) : (
          <WhyNot failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />
        )}
      </PlainShell>
    </MoreWords>
  );
}

async function Book({ me }: { me: Me }) {
  if (me.roles.length === 0) return <WhyNot failure={{ kind: 'denied' }} />;
  const home = await ownArea();
  if (home === null) return <EmptyTree />;
  const clerk = me.roles.filter((held) => mayAnywhere([held], 'book.enter'));
  return (
    <BookPage
      area={home}
      entersIn={clerk.flatMap(({ area }) => area?.code ?? [])}
      mayExport={mayAnywhere(me.roles, 'lists.export')}
      mayRead={mayAnywhere(me.roles, 'book.read')}
    />
  );
}
