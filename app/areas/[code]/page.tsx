import type { Metadata } from 'next';
import { fullName } from '../../../components/board/place-name.ts';
import { AreaPage } from '../../area-page.tsx';
import { codeOf } from '../../code-of.ts';
import { loadBoard } from '../../load-from-api.ts';
import { readerOf } from '../../reader.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = await codeOf(params);
  const [{ locale }, loaded] = await Promise.all([readerOf(), loadBoard(code)]);
  return { title: loaded.kind === 'ok' ? fullName(locale, loaded.value.board.header) : code };
}

export default async function Page({ params }: Props) {
  const code = await codeOf(params);
  return <AreaPage code={code} path={`/areas/${encodeURIComponent(code)}`} />;
}
