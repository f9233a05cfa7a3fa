'use client';
import { useTranslations } from 'use-intl';
import { CopyButton } from '../forms/copy-button.tsx';
import { useBoard } from '../live/use-board.ts';
import { replayPath } from './replay-path.ts';
import { usePlayer } from './replay-provider.tsx';

/** What is known of the moment that is shown, and its address to hand on. */
export function MomentLine() {
  const t = useTranslations('replay');
  const [state] = usePlayer();
  const area = useBoard((board) => board.header.code);
  const path = replayPath({ ...state, area });
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink2">
      <span>{t(`${state.known}Meaning`)}</span>
      <CopyButton text={typeof location === 'undefined' ? path : `${location.origin}${path}`} from="moment">
        {t('copyLink')}
      </CopyButton>
      <span id="moment" className="sr-only">
        {path}
      </span>
    </div>
  );
}
