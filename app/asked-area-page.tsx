import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { MoreWords } from '../components/shell/more-words.tsx';
import { loadThemes, type TextTheme } from '../lib/i18n/load-theme.ts';
import type { Me } from '../lib/wire/access/account.ts';
import { AreaPage } from './area-page.tsx';
import { loadMe } from './load-from-api.ts';
import { ownArea } from './own-area.ts';
import { readerOf } from './reader.ts';
import { Refused } from './refused.tsx';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

type AskedAreaPageProps = {
  searchParams: SearchParams;
  page: 'alerts' | 'meetings' | 'reports';
  themes: readonly TextTheme[];
  children: (me: Me) => ReactNode;
};

/** A page of the area that its address names; without one, of the place where the reader's work is. */
export async function AskedAreaPage({ searchParams, page, themes, children }: AskedAreaPageProps) {
  const [{ locale }, { area }, me] = await Promise.all([readerOf(), searchParams, loadMe()]);
  const path = `/${page}`;
  if (me.kind === 'signed_out') redirect(path);
  const code = typeof area === 'string' && area !== '' ? area : await ownArea();
  if (me.kind !== 'ok' || code === null)
    return <Refused failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />;
  return (
    <AreaPage code={code} page={page} path={path}>
      <MoreWords messages={await loadThemes(locale, ...themes)}>{children(me.value)}</MoreWords>
    </AreaPage>
  );
}
