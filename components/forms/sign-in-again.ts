import type { Refusal } from './send-json.ts';

/** Whether nobody is signed in any more: the session ended, or its cookie is gone. */
export const isSignedOut = ({ code }: Refusal): boolean => code === 'no_session' || code === 'no_key';

/** The way to the sign-in page and back to where the reader is now; it says that the session has ended. */
export const signInAgainPath = (): string => {
  const here = typeof location === 'undefined' ? '/' : `${location.pathname}${location.search}`;
  return `/login?ended=1&to=${encodeURIComponent(here)}`;
};

/** Leaves for the sign-in page. Only for pages on which nothing is being typed. */
export const signInAgain = (): void => location.assign(signInAgainPath());
