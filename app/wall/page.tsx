import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { WordsProvider } from '../../components/shell/words-provider.tsx';
import { WallScreen } from '../../components/wall/wall-screen.tsx';
import type { WallState } from '../../components/wall/wall-state.ts';
import { loadMessages } from '../../lib/i18n/load-messages.ts';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { LOCALES, type Locale } from '../../lib/i18n/locale.ts';
import { DEVICE_PAGES } from '../../lib/wire/access/device-pages.ts';
import { loadWallBoard, loadWallSession } from '../load-from-api.ts';
import { readerOf } from '../reader.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { wall } = await loadThemes(await localeOfWall(searchParams), 'wall');
  return { title: wall?.title };
}

/** The page of a TV that nobody touches: one area, dark, and no way to any other page. */
export default async function WallPage({ searchParams }: Props) {
  const locale = await localeOfWall(searchParams);
  const other = LOCALES.find((one) => one !== locale) ?? locale;
  const [state, messages, themes, otherTexts] = await Promise.all([
    loadState(),
    loadMessages(locale),
    loadThemes(locale, 'forms', 'wall', 'wallBoard', 'devices'),
    loadThemes(other, 'wall'),
  ]);
  return (
    // The language may be that of the address, which the layout cannot see.
    <WordsProvider locale={locale} messages={messages}>
      <MoreWords messages={themes}>
        <div lang={locale} data-wall={state.kind} className="dark min-h-dvh bg-bg text-ink">
          <WallScreen
            state={state}
            other={{ locale: other, texts: otherTexts }}
            build={process.env.THUOC_DO_BUILD ?? 'none'}
          />
        </div>
      </MoreWords>
    </WordsProvider>
  );
}

/** `?lang=en` for a wall, on which nobody presses a switch; else the language of this browser. */
async function localeOfWall(searchParams: Props['searchParams']): Promise<Locale> {
  const [{ lang }, { locale }] = await Promise.all([searchParams, readerOf()]);
  return LOCALES.find((one) => one === lang) ?? locale;
}

async function loadState(): Promise<WallState> {
  const session = await loadWallSession();
  if (session.kind === 'failure') return session;
  if (session.kind !== 'ok') return { kind: 'closed', why: 'none' };
  if (session.value.kind === 'person') return { kind: 'person' };
  if (session.value.kind === 'device') return redirect(DEVICE_PAGES[session.value.as]);
  if (session.value.kind !== 'open') return { kind: 'closed', why: session.value.kind };
  const { wall } = session.value;
  const board = await loadWallBoard(wall.area);
  if (board.kind === 'failure') return board;
  if (board.kind === 'ok') return { kind: 'open', wall, first: board.value };
  return { kind: 'closed', why: board.kind === 'unknown' ? 'gone' : 'ended' };
}
