'use client';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalText } from './refusal-text.tsx';
import type { ApiState } from './use-api.ts';

export type AnsweredProps<T> = {
  state: ApiState<T>;
  reload: () => void;
  words: { deniedTitle: string; deniedReason: string; failedTitle: string; retry: string };
  loading: ReactNode;
  /** What stands where there is nothing of this name; without it that is a failure like any other. */
  missing?: ReactNode;
  children: (value: T) => ReactNode;
};

const DENIED: readonly string[] = ['forbidden', 'unknown_area', 'no_key'];

/** What was asked for, or that it is on its way, or why it is not there and what to do. */
export function Answered<T>({ state, reload, words, loading, missing, children }: AnsweredProps<T>) {
  if (state.kind === 'ready') return children(state.value);
  if (state.kind === 'loading') return loading;
  const { refusal } = state;
  if (DENIED.includes(refusal.code))
    return <Notice tone="attention" title={words.deniedTitle} reason={words.deniedReason} />;
  if (refusal.code === 'not_found' && missing !== undefined) return missing;
  return (
    <Notice
      tone="silent"
      title={words.failedTitle}
      reason={<RefusalText refusal={refusal} />}
      action={<Button onClick={reload}>{words.retry}</Button>}
    />
  );
}
