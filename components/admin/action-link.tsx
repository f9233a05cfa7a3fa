import Link from 'next/link';
import type { ReactNode } from 'react';

const LOOKS = {
  primary: 'border-brand bg-brand text-brand-ink',
  plain: 'border-line bg-panel text-ink hover:border-quiet',
};

type ActionLinkProps = {
  href: string;
  look?: keyof typeof LOOKS;
  /** What it says to whoever does not see what it stands beside. */
  label?: string;
  children: ReactNode;
};

/** A way to a page on which something is done; looks like the button that it is to the hand. */
export function ActionLink({ href, look = 'plain', label, children }: ActionLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className={`inline-flex items-center rounded-lg border px-3 py-1.5 text-small font-semibold pointer-coarse:min-h-11 ${LOOKS[look]}`}
    >
      {children}
    </Link>
  );
}
