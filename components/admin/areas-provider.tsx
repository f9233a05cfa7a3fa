'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { fullName } from '../board/place-name.ts';
import { type ApiState, useApi } from '../forms/use-api.ts';

type Areas = {
  state: ApiState<{ areas: AreaItem[] }>;
  reload: () => void;
  list: readonly AreaItem[];
  byCode: ReadonlyMap<string, AreaItem>;
};

const AreasContext = createContext<Areas | null>(null);

/** The tree that this person may see, asked for once for all pages of administration. */
export function AreasProvider({ children }: { children: ReactNode }) {
  const [state, reload] = useApi<{ areas: AreaItem[] }>('/areas');
  const areas = useMemo((): Areas => {
    const list = state.kind === 'ready' ? state.value.areas : [];
    return { state, reload, list, byCode: new Map(list.map((area) => [area.code, area])) };
  }, [state, reload]);
  return <AreasContext value={areas}>{children}</AreasContext>;
}

/** The tree. Throws outside of AreasProvider. */
export function useAreas(): Areas {
  const areas = useContext(AreasContext);
  if (!areas) throw new Error('Areas are read outside of AreasProvider');
  return areas;
}

/** Whether an area (null: none) is another one or lies below it, as far as this person sees the tree. */
export function isInArea(byCode: Areas['byCode'], code: string | null, area: string): boolean {
  return code !== null && (code === area || isInArea(byCode, byCode.get(code)?.parent ?? null, area));
}

/** The name of an area by its code; null is the whole installation, a code that cannot be seen reads as itself. */
export function useAreaName(): (code: string | null) => string {
  const t = useTranslations('roles');
  const locale = useLocale();
  const { byCode } = useAreas();
  return (code) => {
    if (code === null) return t('everything');
    const area = byCode.get(code);
    return area ? fullName(locale, area) : code;
  };
}
