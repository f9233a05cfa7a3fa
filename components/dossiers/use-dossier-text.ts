'use client';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { MISSING } from '../../lib/i18n/format.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Board } from '../../lib/wire/board.ts';
import type { DossierLine } from '../../lib/wire/dossier-reads.ts';
import { useDate } from '../admin/use-days.ts';
import { fullName } from '../board/place-name.ts';
import { useBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';

type DueParts = Pick<DossierLine, 'dueAt' | 'dueDay' | 'dueKind'>;

export type DossierText = {
  /** "18/11/2026" of a local date. */
  day: (day: string) => string;
  /** "17:30 18/11/2026" of an ISO instant; null reads "—". */
  moment: (iso: string | null) => string;
  /** "18/11/2026" of an ISO instant; null reads "—". */
  dayOf: (iso: string | null) => string;
  /** A promise kept until its last instant: one that lasts until midnight is that of a day. */
  promise: (iso: string) => string;
  /** A promise of a day without a clock time, any other with it. */
  due: (line: DueParts) => string;
  /** Working time, which has no days of 24 hours: "26 giờ", "3 giờ 12 phút". */
  work: (seconds: number) => string;
  /** A procedure's name where somebody has defined it, else its code; null reads "—". */
  procedure: (line: Pick<DossierLine, 'procedure' | 'procedureName' | 'procedureNameEn'>) => string;
  /** The name of an area below, else the code as it was told. */
  place: (code: string) => string;
};

const placesOf = (board: Board) => ('places' in board ? board.places : null);

/** How what is told of dossiers reads in the language of the reader and the zone of the area. */
export function useDossierText(): DossierText {
  const t = useTranslations('dossierList');
  const format = useFormat();
  const day = useDate();
  const header = useBoard((board) => board.header);
  const places = useBoard(placesOf);
  const zone = header.timezone;
  const moment = (iso: string | null): string => {
    if (iso === null) return MISSING;
    const at = Date.parse(iso);
    return `${format.clock(at, zone)} ${day(localDay(zone, at))}`;
  };
  const dayOf = (iso: string | null): string =>
    iso === null ? MISSING : day(localDay(zone, Date.parse(iso)));
  return {
    day,
    moment,
    dayOf,
    promise: (iso) =>
      localDay(zone, Date.parse(iso)) === localDay(zone, Date.parse(iso) + 1) ? moment(iso) : dayOf(iso),
    due: ({ dueAt, dueDay, dueKind }) => {
      if (dueAt === null || dueDay === null) return MISSING;
      return dueKind === 'day' ? day(dueDay) : moment(dueAt);
    },
    work: (seconds) =>
      seconds < 86_400
        ? format.duration(seconds < 60 ? 0 : seconds - (seconds % 60))
        : t('hours', { hours: Math.floor(seconds / 3600) }),
    procedure: ({ procedure, procedureName, procedureNameEn }) =>
      procedureName === null
        ? (procedure ?? MISSING)
        : localName(format.locale, { name: procedureName, nameEn: procedureNameEn }),
    place: (code) => {
      const place = code === header.code ? header : places?.[code];
      return place ? fullName(format.locale, place) : code;
    },
  };
}
