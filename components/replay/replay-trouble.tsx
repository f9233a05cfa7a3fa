'use client';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { usePlayer } from './replay-provider.tsx';

/** What keeps the moment from being shown whole, and what to do about it. */
export function ReplayTrouble() {
  const t = useTranslations('replay');
  const [{ at, loading, trouble, waitSeconds, atEnd, leftOut }, player] = usePlayer();
  return (
    <div role="status" className="text-small font-semibold text-ink">
      {loading && <p>{t('loading')}</p>}
      {atEnd && <p>{t('atEnd')}</p>}
      {leftOut > 0 && <p>{t('leftOut', { n: leftOut })}</p>}
      {trouble !== null && (
        <p className="flex flex-wrap items-center gap-2 text-missed">
          {trouble === 'too_much_at_once'
            ? t('tooMany', { seconds: waitSeconds ?? 1 })
            : t(trouble === 'unknown_then' ? 'unknownThen' : 'failed')}
          <Button onClick={() => void player.seek(at)}>{t('tryAgain')}</Button>
        </p>
      )}
    </div>
  );
}
