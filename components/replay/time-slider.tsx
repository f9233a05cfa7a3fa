'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { endOfDay, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { useBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { usePlayer } from './replay-provider.tsx';

/** A hand that drags asks for where it rests, not for every place on the way. */
const REST_MS = 150;
const STEPS: Record<string, number> = {
  ArrowLeft: -60,
  ArrowDown: -60,
  ArrowRight: 60,
  ArrowUp: 60,
  PageDown: -900,
  PageUp: 900,
};

/** The day as a line on which the moment is chosen: by hand, or a minute and a quarter of an hour at a time by keys. */
export function TimeSlider() {
  const t = useTranslations('replay');
  const format = useFormat();
  const [state, player] = usePlayer();
  const zone = useBoard((board) => board.header.timezone);
  const [dragged, setDragged] = useState<number | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const day = localDay(zone, state.at);
  const from = startOfDay(zone, day);
  const to = endOfDay(zone, day) - 1000;
  const at = dragged ?? state.at;

  const choose = (chosen: number): void => {
    const next = Math.min(Math.max(chosen, from), to);
    setDragged(next);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      setDragged(null);
      void player.seek(Math.min(next, Date.now()));
    }, REST_MS);
  };
  const byKey = (event: KeyboardEvent): void => {
    const seconds = STEPS[event.key];
    if (seconds === undefined) return;
    event.preventDefault();
    choose(at + seconds * 1000);
  };
  return (
    <input
      type="range"
      aria-label={t('time')}
      aria-valuetext={format.clock(at, zone)}
      min={0}
      max={(to - from) / 1000}
      step={1}
      value={Math.round((at - from) / 1000)}
      onChange={(event) => choose(from + Number(event.target.value) * 1000)}
      onKeyDown={byKey}
      className="block h-8 w-full cursor-pointer accent-brand pointer-coarse:h-11"
    />
  );
}
