'use client';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { areaChoices } from './area-choices.ts';
import { AreaOption } from './area-option.tsx';
import type { Areas } from './use-areas.ts';

type AreaSearchProps = {
  /** What was typed before the field was there. */
  begun: string;
  current: string;
  day: string;
  areas: Areas;
  onRetry: () => void;
  onClose: () => void;
  onChoose: (code: string) => void;
};

/** Finds another area by any spelling of its name; arrows choose, Enter opens, Escape leaves. */
export function AreaSearch({ begun, current, day, areas, onRetry, onClose, onChoose }: AreaSearchProps) {
  const t = useTranslations('shell');
  const listId = useId();
  const [query, setQuery] = useState(begun);
  const [active, setActive] = useState(0);
  const list = areas.kind === 'ready' ? areas.areas : null;
  const { shown, more } = useMemo(
    () => (list ? areaChoices(list, current, query, day) : { shown: [], more: 0 }),
    [list, current, query, day],
  );
  const names = useMemo(() => new Map(list?.map((area) => [area.code, area])), [list]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const next = (active + step + shown.length) % shown.length;
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    const chosen = shown[active];
    if (event.key === 'Enter' && chosen) onChoose(chosen.code);
  };
  return (
    <div
      role="dialog"
      aria-label={t('search')}
      className="absolute inset-x-3 z-20 mt-1.5 rounded-panel border border-line bg-panel p-2 shadow-float md:inset-x-auto md:left-0 md:w-96"
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked to search
        autoFocus
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${listId}-${active}` : undefined}
        aria-label={t('search')}
        placeholder={t('search')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="w-full rounded-lg border border-line bg-bg px-3 py-2 text-base placeholder:text-ink2"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('place')}
        className="mt-1.5 max-h-[min(26rem,60dvh)] overflow-y-auto"
      >
        {shown.map((area, i) => (
          <AreaOption
            key={area.code}
            id={`${listId}-${i}`}
            area={area}
            parent={names.get(area.parent ?? '')}
            active={i === active}
            current={area.code === current}
            onPoint={() => setActive(i)}
            onChoose={() => onChoose(area.code)}
          />
        ))}
      </div>
      <div role="status" className="px-2 pt-1.5 text-small text-ink2">
        {areas.kind === 'loading' && t('loadingAreas')}
        {areas.kind === 'ready' && shown.length === 0 && t('noMatch', { query })}
        {more > 0 && t('more', { count: more })}
        {shown.length > 0 && more === 0 && <span className="pointer-coarse:hidden">{t('searchHint')}</span>}
      </div>
      {areas.kind === 'failed' && (
        <p className="flex items-center gap-3 px-2 py-1.5">
          {t('areasFailed')} <Button onClick={onRetry}>{t('tryAgain')}</Button>
        </p>
      )}
    </div>
  );
}
