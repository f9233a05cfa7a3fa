'use client';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { LoadedList } from '../account/loaded-list.tsx';
import { TextLink } from '../account/text-link.tsx';
import { CopyButton } from '../forms/copy-button.tsx';
import { useApi } from '../forms/use-api.ts';
import type { BoardAnswer } from '../live/board-answer.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { curlLine } from './curl-line.ts';
import type { MadeKey } from './made-key.ts';
import { UnitLight } from './unit-light.tsx';

/** A command that works, and the unit that lights up when it is run. */
export function LiveStep({ made, onAnother }: { made: MadeKey; onAnother: () => void }) {
  const t = useTranslations('start');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { unit, secret, at } = made;
  const [board, reload] = useApi<BoardAnswer>(`/areas/${encodeURIComponent(unit.code)}/board`);
  useEffect(() => box.current?.focus(), []);
  const line = curlLine({ origin: location.origin, secret, unit: unit.code, at });
  return (
    <Panel title={t('stepLive')} aside={t('keyOnce')}>
      <div ref={box} tabIndex={-1} className="outline-none">
        <p className="mt-0.5 text-small text-ink2">{t('liveReason')}</p>
        <pre
          id={id}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, which keys must reach
          tabIndex={0}
          className="my-2.5 overflow-x-auto rounded-md border border-line bg-bg px-3 py-2.5 font-mono text-[13px]"
        >
          {line}
        </pre>
        <div className="flex flex-wrap items-center gap-2">
          <CopyButton text={line} from={id} />
          <Button onClick={onAnother}>{t('another')}</Button>
        </div>
        <LoadedList state={board} reload={reload}>
          {board.kind === 'ready' && (
            <LiveProvider first={board.value}>
              <UnitLight unit={unit} />
            </LiveProvider>
          )}
        </LoadedList>
        <p className="mt-4">
          <TextLink href="/">{t('overview')}</TextLink>
        </p>
      </div>
    </Panel>
  );
}
