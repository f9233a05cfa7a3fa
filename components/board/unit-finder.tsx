'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

type UnitFinderProps = {
  query: string;
  onQuery: (query: string) => void;
  /** Somebody is about to type. */
  onNear?: () => void;
};

/** Finds units by name, in any spelling. "/" puts the reader here, Escape empties it. */
export function UnitFinder({ query, onQuery, onNear }: UnitFinderProps) {
  const t = useTranslations('overview');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const jump = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]')
      )
        return;
      event.preventDefault();
      // Where there is a list to search, the key belongs to it and not to the switcher above.
      event.stopPropagation();
      input.current?.focus();
    };
    document.addEventListener('keydown', jump, { capture: true });
    return () => document.removeEventListener('keydown', jump, { capture: true });
  }, []);
  return (
    <input
      ref={input}
      type="search"
      aria-label={t('find')}
      placeholder={t('findHint')}
      value={query}
      onFocus={onNear}
      onPointerEnter={onNear}
      onChange={(event) => onQuery(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onQuery('');
        input.current?.blur();
      }}
      className="w-52 rounded-lg border border-line bg-panel px-2.5 py-1 text-small text-ink placeholder:text-ink3 pointer-coarse:min-h-11 max-sm:w-full"
    />
  );
}
