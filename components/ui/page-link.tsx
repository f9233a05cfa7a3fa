'use client';
import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

type PageLinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string;
  /** Leads to this very page, which reads its address itself: the server is not asked to draw it anew. */
  here?: boolean;
};

/**
 * Leads to another page of the product without loading the document anew. In place of next/link: every link here is
 * fetched when followed and not before, and the code for doing so earlier weighs on every first load.
 */
export function PageLink({ href, here = false, onClick, ...rest }: PageLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || isForBrowser(event)) return;
    event.preventDefault();
    if (here) history.pushState(null, '', href);
    else router.push(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}

/** Asked for in another tab or window, or to be saved. */
const isForBrowser = ({ metaKey, ctrlKey, shiftKey, altKey, currentTarget }: MouseEvent<HTMLAnchorElement>) =>
  metaKey ||
  ctrlKey ||
  shiftKey ||
  altKey ||
  currentTarget.hasAttribute('download') ||
  (currentTarget.target !== '' && currentTarget.target !== '_self');
