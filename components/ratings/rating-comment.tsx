'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { OpenedComment } from '../../lib/wire/rating-reads.ts';
import type { RatingLineItem } from '../../lib/wire/reads.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import { useBoard } from '../live/use-board.ts';
import { Button } from '../ui/button.tsx';

/** What somebody wrote; what would find a person is masked until the reader opens it, which is noted (K14). */
export function RatingComment({ line }: { line: RatingLineItem }) {
  const t = useTranslations('ratings');
  const language = useLocale();
  const area = useBoard((board) => board.header.code);
  const [state, setState] = useState<'masked' | 'busy' | { opened: string } | { refusal: Refusal }>('masked');
  if (line.comment == null) return null;
  const open = async (): Promise<void> => {
    if (state === 'busy') return;
    setState('busy');
    const path = `/areas/${encodeURIComponent(area)}/opened-comments`;
    const asked = { unit: line.unit, rating: line.rating };
    const sent = await sendJson<OpenedComment>('POST', path, asked, { language });
    setState(sent.ok ? { opened: sent.value.comment } : { refusal: sent.refusal });
  };
  const opened = typeof state === 'object' && 'opened' in state ? state.opened : null;
  return (
    <div className="mt-1 text-small">
      <p className="wrap-anywhere whitespace-pre-line">
        <span className="sr-only">{t('comment')}: </span>“{opened ?? line.comment}”
      </p>
      {line.masked && (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink2" role="status">
          {opened === null ? (
            <>
              <Button aria-disabled={state === 'busy'} onClick={() => void open()}>
                {state === 'busy' ? t('opening') : t('open')}
              </Button>
              {typeof state === 'object' && 'refusal' in state ? (
                <span className="font-semibold text-missed">
                  <RefusalText refusal={state.refusal} />
                </span>
              ) : (
                t('openNote')
              )}
            </>
          ) : (
            t('opened')
          )}
        </p>
      )}
    </div>
  );
}
