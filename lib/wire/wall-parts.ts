import type { AreaHeader, Totals, UnitHeader } from './board.ts';
import type { WallHeader, WallTotals } from './wall-board.ts';

/** W1: of a header what a wall may show. */
export const wallHeader = (header: AreaHeader | UnitHeader): WallHeader => ({
  code: header.code,
  name: header.name,
  nameEn: header.nameEn,
  kind: header.kind,
  label: header.label,
  demo: header.demo,
  timezone: header.timezone,
  day: header.day,
  monthFrom: header.monthFrom,
  sessions: header.sessions,
});

/** W1: of the totals what a wall may show. */
export const wallTotals = (totals: Totals): WallTotals => ({
  within: totals.within,
  satisfiedMonth: totals.satisfiedMonth,
  onTimeMonth: totals.dossiers?.onTimeMonth ?? null,
  lastEventAt: totals.lastEventAt,
});
