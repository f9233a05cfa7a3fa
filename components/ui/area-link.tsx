import Link from 'next/link';
import type { ComponentProps } from 'react';

type AreaLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { code: string };

/** Leads to the page of an area; fetched when followed, not before: a city has hundreds of them on one screen. */
export function AreaLink({ code, ...rest }: AreaLinkProps) {
  return <Link {...rest} href={`/areas/${encodeURIComponent(code)}`} prefetch={false} />;
}
