import type { useTranslations } from 'use-intl';
import { isSilent } from '../domain/attention.ts';
import type { AlertMeasures } from '../wire/alert-measures.ts';
import type { AlertLine } from '../wire/alert-reads.ts';
import type { AreaBoard, Board } from '../wire/board.ts';
import { type AlertTextParts, alertText } from './alert-text.ts';
import { localName } from './local-name.ts';

type BriefWords = ReturnType<typeof useTranslations<'brief'>>;

export type BriefParts = AlertTextParts & { brief: BriefWords };

/** What a brief is made of: the board of its moment, its alerts, and the newest of those that nobody has. */
export type BriefOf = { board: Board; at: number; alerts: AlertMeasures; newest: AlertLine | null };

/** Five lines about an area: when and where, the queues, satisfaction, dossiers, alerts. Each share says of how many it is. */
export function briefLines(of: BriefOf, parts: BriefParts): string[] {
  const { brief, format, zone, today } = parts;
  const { board, at, alerts, newest } = of;
  const { header, totals, targets } = board;
  const [satisfied, rated] = totals.satisfiedMonth;
  const [within, judged] = totals.within;
  const share = (n: number, count: number): string => format.percent(count > 0 ? n / count : null);
  const mark = header.demo ? `[${parts.t('demo')}] ` : '';
  const title = brief('title', {
    time: format.clock(at, zone),
    day: format.dayShort(today),
    name: localName(format.locale, header),
  });
  const calls = brief('today', { called: totals.called, share: share(within, judged), of: judged });
  const alertLine = brief('alerts', { standing: alerts.standing, untaken: alerts.untaken });
  return [
    mark + title,
    `${queueLine(of, parts)} ${calls}`,
    brief('satisfied', {
      share: share(satisfied, rated),
      of: rated,
      target: format.target(targets.satisfied.value),
    }),
    dossierLine(of, parts, share),
    newest ? `${alertLine} ${newestText(newest, parts)}` : alertLine,
  ];
}

/** How many matters need somebody, for the subject of a mail. */
export const briefSubject = ({ board, at, alerts }: BriefOf, { brief, format, zone }: BriefParts): string =>
  brief('subject', {
    time: format.clock(at, zone),
    name: localName(format.locale, board.header),
    count: alerts.untaken,
  });

function queueLine({ board, at }: BriefOf, { brief, format }: BriefParts): string {
  const { waiting, waitingSince } = board.totals;
  const longest = format.duration(waitingSince === null ? null : (at - waitingSince) / 1000);
  if (!('units' in board)) return brief('waitingUnit', { waiting: format.number(waiting), longest });
  return brief('waiting', { waiting: format.number(waiting), longest, ...speaking(board, at) });
}

/** Units with a ticket machine, and those of them that can be heard. */
function speaking({ units, places }: AreaBoard, at: number): { heard: number; all: number } {
  const machines = Object.entries(units).filter(([code]) => places[code]?.queue === 'machine');
  return {
    heard: machines.filter(([, row]) => row.w !== null && !isSilent(row, at)).length,
    all: machines.length,
  };
}

function dossierLine(
  { board }: BriefOf,
  { brief }: BriefParts,
  share: (n: number, of: number) => string,
): string {
  const { dossiers } = board.totals;
  if (!dossiers) return brief('noDossiers');
  const [n, of] = dossiers.onTimeMonth;
  return brief('dossiers', { overdue: dossiers.overdue, due: dossiers.dueToday, share: share(n, of), of });
}

function newestText(line: AlertLine, parts: BriefParts): string {
  const { place, what } = alertText(line, parts);
  return parts.brief('newest', { text: `${place}, ${what}` });
}
