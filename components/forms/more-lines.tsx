'use client';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { RefusalText } from './refusal-text.tsx';
import type { LaterPages } from './use-later-pages.ts';

type MoreLinesProps = {
  pages: Pick<LaterPages<unknown>, 'more' | 'busy' | 'refusal' | 'load'>;
  words: { more: string; loading: string };
  /** What is said once everything is there. */
  all?: ReactNode;
  className?: string;
};

/** The foot of a list by cursor: the way to its next page, or that this is all, and why the last try failed. */
export function MoreLines({
  pages: { more, busy, refusal, load },
  words,
  all,
  className = '',
}: MoreLinesProps) {
  return (
    <div className={`flex flex-wrap items-center gap-3 ${className}`}>
      {more ? (
        <Button aria-disabled={busy} onClick={() => void load()}>
          {busy ? words.loading : words.more}
        </Button>
      ) : (
        all !== undefined && <span className="text-small text-ink2">{all}</span>
      )}
      <span role="alert" className="text-small font-semibold text-missed">
        {refusal && <RefusalText refusal={refusal} />}
      </span>
    </div>
  );
}
