'use client';
import { useFormat } from './use-format.ts';

type ShareProps = {
  share: number | null;
  /** The cases that it is a share of; where it stands, words say the same number (W4). */
  of: number;
  className?: string;
};

/** A share as a figure of its own, which names what it stands on. */
export function Share({ share, of, className }: ShareProps) {
  const format = useFormat();
  if (share === null || of === 0) return <span className={className}>{format.percent(null)}</span>;
  return (
    <data value={share} data-of={of} className={className}>
      {format.percent(share)}
    </data>
  );
}
