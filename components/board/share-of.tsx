'use client';
import { judge } from '../../lib/domain/judgement.ts';
import { MISSING } from '../../lib/i18n/format.ts';
import type { Count } from '../../lib/wire/board.ts';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';

/** A share with its n; coloured only when it clearly misses its target. */
export function ShareOf({ count: [n, of], target }: { count: Count; target: number }) {
  const format = useFormat();
  const { result, signal } = judge(n, of, target);
  if (of === 0) return <span className="text-ink3">{MISSING}</span>;
  const missed = result === 'notMet' && signal === 'clear';
  return (
    <>
      <Share share={n / of} of={of} className={missed ? 'font-semibold text-missed' : ''} />
      <span className="text-tiny text-ink3"> /{format.number(of)}</span>
    </>
  );
}
