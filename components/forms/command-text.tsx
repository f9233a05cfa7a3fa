'use client';
import { type ReactNode, useId } from 'react';
import { CopyButton } from './copy-button.tsx';

/** A command for a terminal, to be copied; `children` stand beside the button. */
export function CommandText({ text, children }: { text: string; children?: ReactNode }) {
  const id = useId();
  return (
    <>
      <pre
        id={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, which keys must reach
        tabIndex={0}
        className="my-2.5 overflow-x-auto rounded-md border border-line bg-bg px-3 py-2.5 font-mono text-[13px]"
      >
        {text}
      </pre>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={text} from={id} />
        {children}
      </div>
    </>
  );
}
