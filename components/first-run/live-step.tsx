'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { LoadedList } from '../account/loaded-list.tsx';
import { TextLink } from '../account/text-link.tsx';
import { CommandText } from '../forms/command-text.tsx';
import { curlLine } from '../forms/curl-line.ts';
import { useApi } from '../forms/use-api.ts';
import type { BoardAnswer } from '../live/board-answer.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import type { MadeKey } from './made-key.ts';
import { UnitLight } from './unit-light.tsx';

/** A command that works, and the unit that lights up when it is run. */
export function LiveStep({ made, onAnother }: { made: MadeKey; onAnother: () => void }) {
  const t = useTranslations('start');
  const box = useRef<HTMLDivElement>(null);
  const { unit, secret, at } = made;
  const [board, reload] = useApi<BoardAnswer>(`/areas/${encodeURIComponent(unit.code)}/board`);
  useEffect(() => box.current?.focus(), []);
  const line = curlLine({
    origin: location.origin,
    secret,
    unit: unit.code,
    at,
    id: `first-${at}`,
    source: `/first-run/${unit.code}`,
    type: 'ticket.issued',
    data: { ticket: `first-${at}`, number: 'A001', service: 'thu-nghiem' },
  });
  return (
    <Panel title={t('stepLive')} aside={t('keyOnce')}>
      <div ref={box} tabIndex={-1} className="outline-none">
        <p className="mt-0.5 text-small text-ink2">{t('liveReason')}</p>
        <CommandText text={line}>
          <Button onClick={onAnother}>{t('another')}</Button>
        </CommandText>
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
