'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { UnitTable } from './unit-table.tsx';
import type { Attention } from './use-attention.ts';

type FoundUnitsProps = {
  /** Codes in order of need. */
  found: readonly string[];
  levels: Attention['levels'];
  query: string;
  column: string;
  where: ReadonlyMap<string, string>;
  why: ReadonlyMap<string, string>;
};

/** Rows drawn before the reader asks for all of them. */
const MOST = 60;

/** The full table of the units that were found. */
export function FoundUnits({ found, levels, query, column, where, why }: FoundUnitsProps) {
  const t = useTranslations('overview');
  const [whole, setWhole] = useState(false);
  const key = (whole ? found : found.slice(0, MOST)).join('\n');
  const order = useMemo(() => ({ pinned: [], rest: key === '' ? [] : key.split('\n') }), [key]);
  if (found.length === 0) return <p className="mt-3 text-small text-ink2">{t('notFound', { query })}</p>;
  return (
    <>
      <UnitTable order={order} levels={levels} compact unitWord={column} why={why} where={where} />
      {!whole && found.length > MOST && (
        <Button className="mt-3 mr-2" onClick={() => setWhole(true)}>
          {t('showAll', { count: found.length })}
        </Button>
      )}
    </>
  );
}
