'use client';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';

/** Copies a text. Where the browser allows no copying (plain http), the text is marked for the reader to copy. */
export function CopyButton({ text, from, children }: { text: string; from: string; children?: ReactNode }) {
  const t = useTranslations('copying');
  const [said, setSaid] = useState<'copied' | 'marked' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      const shown = document.getElementById(from);
      if (shown) getSelection()?.selectAllChildren(shown);
      setSaid('marked');
    }
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button onClick={() => void copy()}>{children ?? t('copy')}</Button>
      <span role="status" className="text-small text-ink2">
        {said && t(said)}
      </span>
    </span>
  );
}
