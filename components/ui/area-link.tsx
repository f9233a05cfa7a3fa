'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { useInPast } from './in-past.tsx';
import { PageLink } from './page-link.tsx';

type AreaLinkProps = Omit<ComponentProps<typeof PageLink>, 'href'> & { code: string };

/**
 * Leads to the page of an area; fetched when followed, not before: a city has hundreds of them on one screen. In
 * the past it leads to the same moment.
 */
export function AreaLink({ code, className = '', ...given }: AreaLinkProps) {
  // A name may be one word that no line holds.
  const rest = { ...given, className: `wrap-anywhere ${className}` };
  const past = useInPast();
  if (past) {
    const follow = (event: MouseEvent): void => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      past.open(code);
    };
    return <PageLink {...rest} href={past.pathOf(code)} onClick={follow} />;
  }
  return <PageLink {...rest} href={`/areas/${encodeURIComponent(code)}`} />;
}
