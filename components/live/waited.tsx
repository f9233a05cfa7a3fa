'use client';
import { useFormat } from '../ui/use-format.ts';
import { useNowAs } from './use-now.ts';

/** A wait that ticks ("47:12") since an instant; null reads "—". Re-draws itself alone. */
export function Waited({ since }: { since: number | null }) {
  const format = useFormat();
  return <>{useNowAs((now) => format.ticking(since === null ? null : now - since))}</>;
}
