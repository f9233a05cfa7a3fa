'use client';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { CONTROL_LOOK } from '../forms/control-look.ts';
import { FieldFrame, type FieldFrameProps } from '../forms/field-frame.tsx';
import { areaChoices } from '../shell/area-choices.ts';
import { AreaOption } from '../shell/area-option.tsx';
import { useAreaName, useAreas } from './areas-provider.tsx';

type AreaFieldProps = FieldFrameProps & {
  /** Code that it starts with. */
  initial?: string;
  /** Which areas can be chosen; default any. */
  fits?: (area: AreaItem) => boolean;
  onChoose?: (code: string) => void;
};

const any = (): boolean => true;

/** An area found by any spelling of its name. Sends the code; arrows choose, Enter takes. */
export function AreaField({ initial = '', fits = any, onChoose, ...frame }: AreaFieldProps) {
  const t = useTranslations('admin');
  const { list, byCode } = useAreas();
  const nameOf = useAreaName();
  const listId = useId();
  const [code, setCode] = useState(initial);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const shown = useMemo(() => {
    const fitting = list.filter(fits);
    if (!query) return fitting.slice(0, 50);
    return areaChoices(fitting, '', query, '').shown;
  }, [list, fits, query]);
  const open = query !== null;

  const choose = (next: string): void => {
    setCode(next);
    setQuery(null);
    onChoose?.(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setQuery(null);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const next = open ? (active + step + shown.length) % shown.length : 0;
      setQuery(query ?? '');
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    const chosen = open ? shown[active] : undefined;
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      choose(chosen.code);
    }
  };
  return (
    <FieldFrame {...frame}>
      {({ name, ...control }) => (
        <div className="relative">
          <input type="hidden" name={name} value={code} />
          <input
            {...control}
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && shown.length > 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('findArea')}
            value={query ?? (code === '' ? '' : nameOf(code))}
            onFocus={(event) => event.target.select()}
            onClick={() => setQuery(query ?? '')}
            onBlur={() => setQuery(null)}
            onChange={(event) => {
              setQuery(event.target.value);
              setCode('');
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            className={CONTROL_LOOK}
          />
          <div
            id={listId}
            role="listbox"
            aria-label={t('areas')}
            hidden={!open}
            // The focus stays in the field, or the list would be gone before it is pressed.
            onPointerDown={(event) => event.preventDefault()}
            className="absolute inset-x-0 z-20 mt-1 max-h-72 overflow-y-auto rounded-panel border border-line bg-panel p-1.5 shadow-float"
          >
            {shown.map((area, i) => (
              <AreaOption
                key={area.code}
                id={`${listId}-${i}`}
                area={area}
                parent={byCode.get(area.parent ?? '')}
                active={i === active}
                current={area.code === code}
                onPoint={() => setActive(i)}
                onChoose={() => choose(area.code)}
              />
            ))}
            {shown.length === 0 && <p className="px-2 py-1.5 text-small text-ink2">{t('noArea')}</p>}
          </div>
        </div>
      )}
    </FieldFrame>
  );
}
