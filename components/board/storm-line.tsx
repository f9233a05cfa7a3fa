'use client';
import type { StormAttention } from '../../lib/domain/attention.ts';
import { useAttentionText } from './attention-text.ts';

/** One sentence about the whole area, before the sentences about its units. */
export function StormLine({ storm }: { storm: StormAttention }) {
  const text = useAttentionText();
  return (
    <p className="rounded-panel border border-missed bg-missed-soft px-4 py-2.5 font-semibold text-missed">
      {text.storm(storm)}
    </p>
  );
}
