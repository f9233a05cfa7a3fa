import type { ReactNode } from 'react';

type NoticeProps = {
  /** What it is. */
  title: ReactNode;
  /** Why. */
  reason: ReactNode;
  /** What to do. */
  action?: ReactNode;
  tone?: 'plain' | 'attention' | 'silent';
  /** `h1` where it stands for a whole page. */
  as?: 'p' | 'h1';
};

const GROUNDS = {
  plain: 'border-line bg-panel',
  attention: 'border-risk bg-risk-soft',
  silent: 'border-dashed border-quiet bg-panel pl-7',
};

/** Stands where figures would: a designed state that says what it is, why, and what to do. */
export function Notice({ title, reason, action, tone = 'plain', as: Title = 'p' }: NoticeProps) {
  return (
    <div className={`relative mt-2 rounded-lg border px-4 py-3 ${GROUNDS[tone]}`}>
      {tone === 'silent' && (
        <span aria-hidden="true" className="absolute inset-y-0 left-0 w-3 rounded-l-lg hatched" />
      )}
      <Title className={Title === 'h1' ? 'text-lead font-semibold' : 'font-semibold'}>{title}</Title>
      <p className="mt-0.5 text-small text-ink2">{reason}</p>
      {action !== undefined && <div className="mt-2 text-small">{action}</div>}
    </div>
  );
}
