'use client';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLinkToken } from '../account/use-link-token.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { Failure } from '../shell/failure.tsx';
import { ClosedScreen, type OtherLanguage } from './closed-screen.tsx';
import { forgetPicture, type KeptPicture, keptPicture } from './heal/kept-picture.ts';
import { reloadWhenReachable } from './heal/reload-when-reachable.ts';
import { useWallEnd } from './heal/use-wall-end.ts';
import { WallLife } from './heal/wall-life.tsx';
import { NamedOverlay } from './named-overlay.tsx';
import { SignedInHere } from './signed-in-here.tsx';
import { useExchange } from './use-exchange.ts';
import type { WallState } from './wall-state.ts';
import { WallTurns } from './wall-turns.tsx';

type WallScreenProps = { state: WallState; other: OtherLanguage; build: string };

/** What a TV shows: the picture of its area, or why there is none. A token in its address comes before all else. */
export function WallScreen({ state, other, build }: WallScreenProps) {
  const t = useTranslations('wall');
  const token = useLinkToken();
  const [leaving, setLeaving] = useState(false);
  const [ended, setEnded] = useState(false);
  const onNobody = useCallback(() => {
    forgetPicture(localStorage);
    setEnded(true);
  }, []);
  const { end, named } = useWallEnd(build);
  const kept = useKept(state);
  const taken = state.kind === 'person' && !leaving;
  const exchange = useExchange(taken || token === undefined ? null : token);

  if (taken) return <SignedInHere onLeft={() => (token ? setLeaving(true) : location.reload())} />;
  if (exchange.kind === 'refused') return <ClosedScreen why="bad" other={other} />;
  if (exchange.kind === 'waiting')
    return <ClosedScreen why="wait" seconds={exchange.seconds} other={other} />;
  if (exchange.kind === 'trying' || (token !== null && state.kind !== 'open') || leaving)
    return <p className="grid min-h-dvh place-items-center text-[26px] text-ink2">{t('opening')}</p>;
  if (ended) return <ClosedScreen why="ended" other={other} />;
  const shown = kept ?? (state.kind === 'open' ? state : null);
  if (shown)
    return (
      <LiveProvider
        key={`${shown.first.board.header.code} ${shown.first.asOf}`}
        first={shown.first}
        onNobody={onNobody}
        wall={end}
        {...(kept && { heard: { at: kept.heardAt, offsetMs: kept.offsetMs } })}
      >
        <WallTurns wall={shown.wall} onNobody={onNobody} />
        <WallLife wall={shown.wall} />
        {named !== null && <NamedOverlay name={named} />}
      </LiveProvider>
    );
  switch (state.kind) {
    case 'closed':
      return <ClosedScreen why={state.why} other={other} />;
    case 'failure':
      return (
        <div className="mx-auto max-w-2xl p-6">
          <Failure failure={state.failure} />
        </div>
      );
    default:
      return null;
  }
}

/** Whoever stands before a TV cannot press "again". */
const AGAIN_MS = 15_000;

/** W5: the last picture, where it is newer than what came with the page: from a shell, or when the server had none. */
function useKept(state: WallState): KeptPicture | null {
  const [kept, setKept] = useState<KeptPicture | null>(null);
  useEffect(() => {
    if (state.kind === 'closed' || state.kind === 'person') return forgetPicture(localStorage);
    const last = keptPicture(localStorage);
    if (state.kind === 'open') {
      const same = last?.wall.area === state.wall.area && last.wall.view === state.wall.view;
      setKept(same && last.first.asOf > state.first.asOf ? last : null);
      return;
    }
    setKept(last);
    const timer = setTimeout(() => void reloadWhenReachable(), AGAIN_MS * (1 + Math.random()));
    return () => clearTimeout(timer);
  }, [state]);
  return kept;
}
