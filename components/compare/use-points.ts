'use client';
import { useCallback } from 'react';
import { MISSING } from '../../lib/i18n/format.ts';
import { useFormat } from '../ui/use-format.ts';

/** Points of a published index, to the two places in which they are published. */
export function usePoints(): (points: number | null) => string {
  const { locale } = useFormat();
  return useCallback(
    (points) =>
      points === null
        ? MISSING
        : new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
            points,
          ),
    [locale],
  );
}
