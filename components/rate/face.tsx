import type { Level } from '../../lib/domain/rating-level.ts';

/** The mouth of each face, from a broad smile to its opposite. */
const MOUTHS: Record<Level, string> = {
  very_satisfied: 'M18 36c3 8 25 8 28 0z',
  satisfied: 'M20 37c4 7 20 7 24 0',
  neutral: 'M20 41h24',
  dissatisfied: 'M20 44c4-7 20-7 24 0',
  very_dissatisfied: 'M18 46c3-9 25-9 28 0',
};

/** A face for a level; the word beside it says it. */
export function Face({ level }: { level: Level }) {
  const angry = level === 'very_dissatisfied';
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className="size-full">
      <circle cx="32" cy="32" r="28" fill="none" stroke="currentColor" strokeWidth="3" />
      <circle cx="23" cy="26" r="3.2" fill="currentColor" />
      <circle cx="41" cy="26" r="3.2" fill="currentColor" />
      {angry && (
        <path d="M17 17l9 4M47 17l-9 4" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      )}
      <path
        d={MOUTHS[level]}
        fill={level === 'very_satisfied' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
