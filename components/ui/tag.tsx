import type { ReactNode } from 'react';

/** Four states, never by colour alone: plain · attention (outlined) · urgent (filled) · silent (dashed); met is quiet. */
export type Tone = 'plain' | 'met' | 'attention' | 'urgent' | 'silent';

const TONES: Record<Tone, string> = {
  plain: 'border-line text-ink2',
  met: 'border-transparent text-met px-0',
  attention: 'border-risk text-risk bg-risk-soft',
  urgent: 'border-missed bg-missed text-panel',
  silent: 'border-dashed border-quiet text-ink2',
};

/** A short word about a state. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-full border px-2 py-px text-tiny font-semibold whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
