'use client';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

type CopiedTextProps = {
  /** Of the text on this page. */
  id: string;
  text: string;
  className?: string;
  children: ReactNode;
};

/** A button that copies a text made for elsewhere, which stands beside it unseen: it is marked where copying fails. */
export function CopiedText({ id, text, className, children }: CopiedTextProps) {
  return (
    <div className={className}>
      <CopyButton text={text} from={id}>
        {children}
      </CopyButton>
      <span id={id} aria-hidden="true" className="sr-only whitespace-pre-line">
        {text}
      </span>
    </div>
  );
}
