'use client';
import { useFormat } from '../ui/use-format.ts';
import { useNowAs } from './use-now.ts';

/** A wait that ticks ("47:12") since an instant; null reads "—". Re-draws itself alone. */
export function Waited({ since }: { since: number | null }) {
  const format = useFormat();
  return <>{useNowAs((now) => format.ticking(since === null ? null : now - since))}</>;
}

/** An age in words ("33 phút trước") of an instant; null reads "—". */
export function Age({ at }: { at: number | null }) {
  const format = useFormat();
  return <>{useNowAs((now) => format.age(at === null ? null : now - at))}</>;
}
