import Link from 'next/link';
import type { ReactNode } from 'react';

const LOOKS = {
  primary: 'border-brand bg-brand text-brand-ink',
  plain: 'border-line bg-panel text-ink hover:border-quiet',
};

type ActionLinkProps = { href: string; look?: keyof typeof LOOKS; children: ReactNode };

/** A way to a page on which something is done; looks like the button that it is to the hand. */
export function ActionLink({ href, look = 'plain', children }: ActionLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={`inline-flex items-center rounded-lg border px-3 py-1.5 text-small font-semibold pointer-coarse:min-h-11 ${LOOKS[look]}`}
    >
      {children}
    </Link>
  );
}
