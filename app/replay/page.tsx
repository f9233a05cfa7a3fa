import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ReplayPage } from '../../components/replay/replay-page.tsx';
import { askedOf, replayPath } from '../../components/replay/replay-path.ts';
import { ReplayProvider } from '../../components/replay/replay-provider.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { PageLink } from '../../components/ui/page-link.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import type { Known } from '../../lib/wire/replay.ts';
import { loadReplay } from '../load-from-api.ts';
import { ownArea } from '../own-area.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { Refused } from '../refused.tsx';
import { wordsOf } from '../words-of.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'replay');
  return { title: t('title') };
}

/** A past moment of an area: the one named, else a quarter of an hour ago where the reader's work is. */
export default async function Page({ searchParams }: Props) {
  const [{ locale, theme }, address] = await Promise.all([readerOf(), searchParams]);
  const asked = askedOf(address);
  const area = asked.area ?? (await ownArea());
  const at = Math.min(asked.at ?? Number.POSITIVE_INFINITY, Date.now() - (asked.at === null ? 900_000 : 0));
  const loaded =
    area === null
      ? ({ kind: 'failure', failure: { kind: 'denied' } } as const)
      : await loadMoment({ area, at }, asked.known);
  if (loaded.kind === 'not_yet') {
    const t = await wordsOf(locale, 'replay');
    return (
      <PlainShell theme={theme} person={<PersonMark />}>
        <Notice
          as="h1"
          title={t('notYet')}
          reason={t('unknownThen')}
          action={
            <PageLink href={replayPath(loaded.asNow)} className="font-semibold text-brand underline">
              {t('seeNow')}
            </PageLink>
          }
        />
      </PlainShell>
    );
  }
  if (loaded.kind === 'unknown') notFound();
  if (loaded.kind === 'signed_out') redirect('/replay');
  if (loaded.kind === 'failure') return <Refused failure={loaded.failure} />;
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'replay', 'dossierPanel')}>
      <ReplayProvider
        key={`${area} ${at} ${loaded.value.known}`}
        first={loaded.value}
        speed={asked.speed ?? 60}
      >
        <ReplayPage theme={theme} person={<PersonMark />} />
      </ReplayProvider>
    </MoreWords>
  );
}

/**
 * The moment as asked for. One before the area stood in the tree, as known then, does not exist: whoever did not ask for
 * that sees it as known now, whoever did is told so.
 */
async function loadMoment(moment: { area: string; at: number }, known: Known | null) {
  const loaded = await loadReplay({ ...moment, known: known ?? 'then' });
  if (loaded.kind !== 'unknown' || known === 'now') return loaded;
  const asNow = { ...moment, known: 'now', speed: 60 } as const;
  const later = await loadReplay(asNow);
  return known === null || later.kind !== 'ok' ? later : ({ kind: 'not_yet', asNow } as const);
}
