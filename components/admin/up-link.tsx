import Link from 'next/link';
import type { ReactNode } from 'react';

/** The way back up to a list. */
export function UpLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex items-center text-ink2 hover:text-ink hover:underline pointer-coarse:min-h-11"
    >
      <span aria-hidden="true">‹&nbsp;</span>
      {children}
    </Link>
  );
}
