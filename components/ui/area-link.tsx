'use client';
import type { ComponentProps } from 'react';
import { useOnWall } from './on-wall.tsx';
import { PageLink } from './page-link.tsx';

type AreaLinkProps = Omit<ComponentProps<typeof PageLink>, 'href'> & { code: string };

/**
 * Leads to the page of an area; fetched when followed, not before: a city has hundreds of them on one screen. On a wall,
 * which has no other page, it is the same text and leads nowhere.
 */
export function AreaLink({ code, ...rest }: AreaLinkProps) {
  const { className, children, 'aria-label': label } = rest;
  if (useOnWall()) {
    return (
      <span className={className} {...(label && { role: 'img', 'aria-label': label })}>
        {children}
      </span>
    );
  }
  return <PageLink {...rest} href={`/areas/${encodeURIComponent(code)}`} />;
}
