import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { bookPagePath } from '../../../../components/book/book-path.ts';
import { OnePage } from '../../../../components/book/one-page.tsx';
import { MoreWords } from '../../../../components/shell/more-words.tsx';
import { PlainShell } from '../../../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../../../lib/i18n/load-theme.ts';
import { loadMe } from '../../../load-from-api.ts';
import { PersonMark } from '../../../person-mark.tsx';
import { readerOf } from '../../../reader.ts';

type Props = { params: Promise<{ code: string; page: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { book } = await loadThemes((await readerOf()).locale, 'book');
  return { title: book?.title };
}

/** One page of the suggestion book of a unit. */
export default async function Page({ params }: Props) {
  const [{ locale, theme }, me, { code, page }] = await Promise.all([readerOf(), loadMe(), params]);
  const number = Number(page);
  if (!/^[1-9]\d{0,8}$/.test(page)) notFound();
  const unit = textOf(code);
  if (me.kind === 'signed_out') redirect(bookPagePath(unit, number));
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'book')}>
      <PlainShell theme={theme} wide person={<PersonMark />}>
        <OnePage key={`${unit} ${number}`} unit={unit} page={number} />
      </PlainShell>
    </MoreWords>
  );
}

/** The code as its source wrote it; a path that is no text at all names no area. */
function textOf(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
