import type { ReactNode } from 'react';

type FactTileProps = {
  title: string;
  value: ReactNode;
  note: ReactNode;
  tone?: 'plain' | 'attention' | 'urgent';
  className?: string;
};

const TONES = { plain: '', attention: 'text-risk', urgent: 'text-missed' };

/** One figure with what it is and what it stands on; its note says in words what its colour says. */
export function FactTile({ title, value, note, tone = 'plain', className = '' }: FactTileProps) {
  return (
    <div className={`rounded-panel border border-line bg-panel px-3 py-2.5 sm:px-4 sm:py-3 ${className}`}>
      <dt className="text-small font-medium text-ink2 sm:text-[13px]">{title}</dt>
      <dd className={`text-2xl leading-tight font-semibold sm:text-figure ${TONES[tone]}`}>{value}</dd>
      <dd className="text-small text-ink2">{note}</dd>
    </div>
  );
}
