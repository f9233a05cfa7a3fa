import type { ComponentProps } from 'react';

/** A way out of a page of signing in. Loads the document anew: whoever was here before leaves nothing behind. */
export const TextLink = (props: ComponentProps<'a'>) => (
  <a
    {...props}
    className="inline-flex items-center font-semibold text-brand underline underline-offset-4 pointer-coarse:min-h-11"
  >
    {props.children}
  </a>
);
