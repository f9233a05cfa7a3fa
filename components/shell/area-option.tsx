'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { fullName } from '../board/place-name.ts';

type AreaOptionProps = {
  id: string;
  area: AreaItem;
  /** Names repeat (ten units are called Tân An), so each comes with what it belongs to. */
  parent: AreaItem | undefined;
  active: boolean;
  current: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

/** One line of the switcher: the name with its kind, and what it belongs to. Chosen by pointer here, by keyboard from the search field. */
export function AreaOption({ id, area, parent, active, current, onPoint, onChoose }: AreaOptionProps) {
  const locale = useLocale();
  const t = useTranslations('kinds');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search field (aria-activedescendant)
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are handled there too
    <div
      id={id}
      role="option"
      aria-selected={active}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={`cursor-pointer rounded-md px-2 py-1.5 pointer-coarse:py-2.5 ${active ? 'bg-brand-soft' : ''}`}
    >
      <span className={current ? 'font-semibold text-brand' : 'font-medium'}>{fullName(locale, area)}</span>{' '}
      <span className="text-small text-ink2">
        {parent ? fullName(locale, parent) : (area.label ?? t(area.kind))}
      </span>
    </div>
  );
}
