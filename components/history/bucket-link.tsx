'use client';
import type { Bucket } from '../../lib/domain/period.ts';
import { useBoard } from '../live/use-board.ts';
import { SeeThen } from '../ui/see-then.tsx';
import { momentOf } from './moment-of.ts';

type BucketLinkProps = { bucket: Bucket; name: string; children: string };

/** The words for a bucket of a history, which lead to its moment where it has one. */
export function BucketLink({ bucket, name, children }: BucketLinkProps) {
  const code = useBoard((board) => board.header.code);
  const zone = useBoard((board) => board.header.timezone);
  const at = momentOf(bucket, name, zone);
  return at === null ? (
    children
  ) : (
    <SeeThen area={code} at={at}>
      {children}
    </SeeThen>
  );
}
