import { shareAxis } from '../charts/share-axis.ts';

type BulletLineProps = {
  /** Null: nothing counted; only the target is drawn. */
  value: { share: number; low: number; high: number } | null;
  target: number;
  targetText: string;
  /** Where the line starts, as text; shown because it is not zero. */
  startText: (share: number) => string;
  clearMiss: boolean;
};

const THIRD = 0.35;

/** A share, its interval and its target on one line from a cut start to 100 %. The words beside it say the same. */
export function BulletLine({ value, target, targetText, startText, clearMiss }: BulletLineProps) {
  // The target stands a third of the way in or later, clear of the text at the start.
  const { min } = shareAxis([(target - THIRD) / (1 - THIRD), ...(value ? [value.low] : [])], target);
  const place = (share: number): string => `${(Math.max(0, share - min) / (1 - min)) * 100}%`;
  const colour = clearMiss ? 'bg-missed' : 'bg-brand';
  return (
    <div className="mx-1.5 mt-1.5" aria-hidden="true">
      <div className="relative h-5">
        <div className="absolute inset-x-0 top-2 h-1.5 rounded-full bg-line" />
        {value && (
          <>
            <div
              className={`absolute top-2 h-1.5 opacity-30 ${colour}`}
              style={{ left: place(value.low), right: `calc(100% - ${place(value.high)})` }}
            />
            <div
              className={`absolute top-[5px] size-3 -translate-x-1/2 rounded-full border-2 border-panel ${colour}`}
              style={{ left: place(value.share) }}
            />
          </>
        )}
        <div
          className="absolute top-0.5 h-[18px] w-0.5 -translate-x-1/2 bg-ink"
          style={{ left: place(target) }}
        />
      </div>
      <div className="relative h-4 text-[11px] text-ink2">
        {min > 0 && (
          <span data-axis="" className="absolute left-0">
            {startText(min)}
          </span>
        )}
        <span className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: place(target) }}>
          {targetText}
        </span>
      </div>
    </div>
  );
}
