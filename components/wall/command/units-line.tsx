'use client';
import { useTranslations } from 'use-intl';
import type { UnitAttention } from '../../../lib/domain/attention.ts';
import type { CommandBoard } from '../../../lib/wire/wall-board.ts';

type UnitsLineProps = { board: CommandBoard; units: readonly UnitAttention[] };

/** How many units there are and how they stand: the mosaic in words. */
export function UnitsLine({ board, units }: UnitsLineProps) {
  const t = useTranslations('wallBoard.command');
  const count = Object.keys(board.units).length;
  const at = (level: UnitAttention['level']): number => units.filter((unit) => unit.level === level).length;
  const parts = (['urgent', 'silent', 'attention'] as const)
    .map((level) => ({ level, n: at(level) }))
    .filter(({ n }) => n > 0)
    .map(({ level, n }) => t(level, { count: n }));
  return (
    <>
      {[
        t(board.header.grain === 'child' ? 'children' : 'units', { count }),
        ...(parts.length > 0 ? parts : [t('calm')]),
      ].join(' · ')}
    </>
  );
}
