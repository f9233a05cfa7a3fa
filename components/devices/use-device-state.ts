'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale } from 'use-intl';
import { sendJson } from '../forms/send-json.ts';

/** Longer than the server holds a question for which it has nothing new. */
const PATIENCE_MS = 40_000;
const AGAIN_MS = 2_000;
/** Whoever asked may ask no more: the device was revoked, or somebody signed in here. */
const ENDED = new Set(['no_session', 'no_key', 'forbidden']);

export type DeviceState<T> = {
  /** Null until the first answer. */
  state: T | null;
  /** False while the server cannot be reached. */
  online: boolean;
  /** Shows a state that came with another answer. */
  show: (state: T) => void;
  /** Milliseconds that the server's clock is ahead of this one. */
  ahead: number;
};

/**
 * The state of a device (`path` follows `/api/v1/device`), asked for again as soon as it has changed. When the device is
 * nothing any more the page is loaded anew, and shows why.
 */
export function useDeviceState<T extends { tag: string; at: string }>(path: string): DeviceState<T> {
  const language = useLocale();
  const [state, setState] = useState<T | null>(null);
  const [online, setOnline] = useState(true);
  const [ahead, setAhead] = useState(0);
  const tag = useRef<string | null>(null);

  const show = useCallback((next: T): void => {
    tag.current = next.tag;
    setState(next);
    setAhead(Date.parse(next.at) - Date.now());
    setOnline(true);
  }, []);

  useEffect(() => {
    const left = new AbortController();
    async function follow(): Promise<void> {
      while (!left.signal.aborted) {
        const known = tag.current === null ? '' : `?known=${tag.current}`;
        const asked = await sendJson<T>('GET', `/device${path}${known}`, undefined, {
          language,
          signal: left.signal,
          patience: PATIENCE_MS,
        });
        if (left.signal.aborted) return;
        if (asked.ok) show(asked.value);
        else if (ENDED.has(asked.refusal.code)) return location.reload();
        else {
          setOnline(false);
          await new Promise((done) => setTimeout(done, AGAIN_MS));
        }
      }
    }
    void follow();
    return () => left.abort();
  }, [path, language, show]);
  return { state, online, show, ahead };
}
