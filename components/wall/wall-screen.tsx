'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLinkToken } from '../account/use-link-token.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { AreaPicture } from '../shell/area-picture.tsx';
import { Failure } from '../shell/failure.tsx';
import { OnWall } from '../ui/on-wall.tsx';
import { ClosedScreen, type OtherLanguage } from './closed-screen.tsx';
import { SignedInHere } from './signed-in-here.tsx';
import { useExchange } from './use-exchange.ts';
import { WallShell } from './wall-shell.tsx';
import type { WallState } from './wall-state.ts';

/** What a TV shows: the picture of its area, or why there is none. A token in its address comes before all else. */
export function WallScreen({ state, other }: { state: WallState; other: OtherLanguage }) {
  const t = useTranslations('wall');
  const token = useLinkToken();
  const [leaving, setLeaving] = useState(false);
  const [ended, setEnded] = useState(false);
  const onNobody = useCallback(() => setEnded(true), []);
  const taken = state.kind === 'person' && !leaving;
  const exchange = useExchange(taken || token === undefined ? null : token);

  if (taken) return <SignedInHere onLeft={() => (token ? setLeaving(true) : location.reload())} />;
  if (exchange.kind === 'refused') return <ClosedScreen why="bad" other={other} />;
  if (exchange.kind === 'waiting')
    return <ClosedScreen why="wait" seconds={exchange.seconds} other={other} />;
  if (exchange.kind === 'trying' || (token !== null && state.kind !== 'open') || leaving)
    return <p className="grid min-h-dvh place-items-center text-[26px] text-ink2">{t('opening')}</p>;
  if (ended) return <ClosedScreen why="ended" other={other} />;
  switch (state.kind) {
    case 'person':
      return null;
    case 'closed':
      return <ClosedScreen why={state.why} other={other} />;
    case 'failure':
      return (
        <div className="mx-auto max-w-2xl p-6">
          <Failure failure={state.failure} />
        </div>
      );
    case 'open':
      return (
        <OnWall>
          <LiveProvider key={state.first.board.header.code} first={state.first} onNobody={onNobody}>
            <WallShell>
              <AreaPicture />
            </WallShell>
          </LiveProvider>
        </OnWall>
      );
  }
}
