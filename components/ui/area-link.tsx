'use client';
import type { ComponentProps } from 'react';
import { PageLink } from './page-link.tsx';

type AreaLinkProps = Omit<ComponentProps<typeof PageLink>, 'href'> & { code: string };

/** Leads to the page of an area; fetched when followed, not before: a city has hundreds of them on one screen. */
export function AreaLink({ code, ...rest }: AreaLinkProps) {
  return <PageLink {...rest} href={`/areas/${encodeURIComponent(code)}`} />;
}
