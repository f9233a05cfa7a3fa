'use client';
import { useTranslations } from 'use-intl';
import { LEVELS, type Level } from '../../lib/domain/rating-level.ts';
import { Face } from './face.tsx';

/** One touch says it: a face and its words, the same size and ground for all, best first. */
export function LevelButtons({
  busy = false,
  onChoose,
}: {
  busy?: boolean;
  onChoose: (level: Level) => void;
}) {
  const t = useTranslations('levels');
  return (
    <div className="grid gap-3 sm:grid-cols-5 sm:gap-4">
      {LEVELS.map((level) => (
        <button
          key={level}
          type="button"
          disabled={busy}
          onClick={() => onChoose(level)}
          className="flex min-h-16 items-center gap-4 rounded-2xl border-2 border-line bg-panel px-4 py-3 text-left text-[18px] font-semibold active:border-brand active:bg-brand-soft disabled:opacity-50 sm:min-h-48 sm:flex-col sm:justify-center sm:text-center"
        >
          <span className="size-12 shrink-0 text-brand sm:size-24">
            <Face level={level} />
          </span>
          {t(level)}
        </button>
      ))}
    </div>
  );
}
