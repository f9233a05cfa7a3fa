'use client';
import type { ComponentProps } from 'react';

/** Ends this session and leaves for the sign-in page. */
export function SignOut(props: ComponentProps<'button'>) {
  // Where the server cannot be asked, the sign-in page says so better than a button could.
  const leave = (): void => location.assign('/login');
  return (
    <button
      {...props}
      type="button"
      onClick={() => void fetch('/api/v1/session', { method: 'DELETE' }).then(leave, leave)}
    />
  );
}
