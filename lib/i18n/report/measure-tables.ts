import { CHAIN_STATES } from '../../domain/apology/apology.ts';
import { LEVELS } from '../../domain/rating-level.ts';
import { UNIT_GROUPS, unitGroups } from '../../domain/report/unit-groups.ts';
import type { ReportData } from '../../wire/report.ts';
import { localName } from '../local-name.ts';
import { dossierRows } from './dossier-rows.ts';
import { type MeasureRow, type RowOf, rowOf } from './measure-row.ts';
import { owingTable } from './owing-table.ts';
import type { ReportTable } from './report-blocks.ts';
import { cellsOf } from './report-cells.ts';
import { metricText, type ReportWords, spanText } from './report-words.ts';

/** Everything that is measured beside the targets, each number with its n. */
export function measureTables(data: ReportData, words: ReportWords): ReportTable[] {
  const { report: t, format } = words;
  const row = rowOf(cellsOf(format));
  const table = (
    name: 'queue' | 'ratings' | 'dossiers' | 'apologies' | 'suggestions' | 'alerts',
    rows: MeasureRow[],
    about: string | null = null,
  ): ReportTable => ({
    kind: 'table',
    title: t(`sections.${name}`),
    about,
    columns: [
      { head: t('columns.measure'), width: 105, number: false },
      { head: t('columns.value'), width: 35, number: true },
      { head: t('columns.basis'), width: 25, number: true },
    ],
    groups: [{ title: null, rows }],
  });
  const { tickets, ratings, apologies, suggestions, alerts } = data.kpis;
  // RP3: of a period that is over these say where things stand today.
  const atReading = data.running ? null : t('atReading');
  return [
    ...(data.units.length > 0 ? [groupCounts(data, words)] : []),
    ...(tickets ? [table('queue', queueRows(tickets, row, words))] : []),
    table('ratings', [
      row.count(t('ratings.n'), ratings.n),
      ...LEVELS.map((level) => row.count(t(`ratings.${level}`), ratings.byLevel[level])),
      row.share(t('ratings.responseRate'), ratings.responseRate),
      row.count(t('ratings.marked'), ratings.marked.n),
      row.share(t('ratings.satisfiedWithout'), ratings.marked.satisfiedWithout),
    ]),
    table('dossiers', dossierRows(data.kpis.dossiers, row, words)),
    ...(data.handlers.some(({ late }) => late > 0) ? [handlerTable(data, words)] : []),
    // Long at times: a short table is the last, so that whoever signs stands below one.
    ...(data.owing.length > 0 ? [owingTable(data, words, data.owing)] : []),
    table(
      'apologies',
      CHAIN_STATES.map((state) => row.count(t(`apologies.${state}`), apologies[state])),
      atReading,
    ),
    table('suggestions', [
      row.count(t('suggestions.submitted'), suggestions.submitted),
      row.count(t('suggestions.away'), suggestions.away),
      row.share(t('suggestions.seen'), suggestions.seen),
      row.length(t('suggestions.seenP50'), suggestions.timeToSeen.p50Sec, suggestions.timeToSeen.n),
      row.length(t('suggestions.seenP90'), suggestions.timeToSeen.p90Sec, suggestions.timeToSeen.n),
      row.count(t('suggestions.answered'), suggestions.answered),
      row.count(t('suggestions.unseen'), suggestions.unseen),
      row.count(t('suggestions.unseenLate'), suggestions.unseenLate),
    ]),
    table(
      'alerts',
      [
        ...(['raised', 'taken', 'closed', 'standing', 'untaken'] as const).map((name) =>
          row.count(t(`alerts.${name}`), alerts[name]),
        ),
        row.length(t('alerts.take50'), alerts.toTake.p50Sec, alerts.toTake.n),
        row.length(t('alerts.take90'), alerts.toTake.p90Sec, alerts.toTake.n),
      ],
      atReading,
    ),
    ...(data.notes.length > 0 ? [noteTable(data, words)] : []),
  ];
}

function queueRows(
  { wait, service, ...tickets }: NonNullable<ReportData['kpis']['tickets']>,
  row: RowOf,
  { report: t }: ReportWords,
): MeasureRow[] {
  const counts = ['issued', 'called', 'finished', 'left', 'noShow', 'unserved', 'leftWithNothing'] as const;
  return [
    ...counts.map((name) => row.count(t(`queue.${name}`), tickets[name])),
    row.length(t('queue.waitP50'), wait.p50Sec, wait.n),
    row.length(t('queue.waitP90'), wait.p90Sec, wait.n),
    row.length(t('queue.waitMax'), wait.maxSec, wait.n),
    row.length(t('queue.serviceP50'), service.p50Sec, service.n),
    row.count(t('queue.suspect'), tickets.suspect),
  ];
}

/** How many units stand in each group of each target. */
function groupCounts(data: ReportData, words: ReportWords): ReportTable {
  const { report: t, format } = words;
  const cells = cellsOf(format);
  return {
    kind: 'table',
    title: t('sections.counts'),
    about: null,
    columns: [
      { head: t('columns.metric'), width: 45, number: false },
      ...UNIT_GROUPS.map((group) => ({ head: t(`groups.${group}`), width: 24, number: true })),
    ],
    groups: [
      {
        title: null,
        rows: data.units.map(({ metric, units }) => {
          const groups = unitGroups(units);
          return [
            cells.text(metricText(metric, data, words)),
            ...UNIT_GROUPS.map((name) =>
              cells.count(groups.find(({ group }) => group === name)?.units.length ?? 0),
            ),
          ];
        }),
      },
    ],
  };
}

function handlerTable(data: ReportData, { report: t, format }: ReportWords): ReportTable {
  const cells = cellsOf(format);
  const number = (name: 'received' | 'settled' | 'late' | 'onTime' | 'basis') => ({
    head: t(`columns.${name}`),
    width: 22,
    number: true,
  });
  return {
    kind: 'table',
    title: t('sections.handlers'),
    about: null,
    columns: [
      { head: t('columns.handler'), width: 55, number: false },
      ...(['received', 'settled', 'late', 'onTime', 'basis'] as const).map(number),
    ],
    groups: [
      {
        title: null,
        rows: data.handlers
          .filter(({ late }) => late > 0)
          .map((line) => [
            cells.text(
              line.name === null
                ? t('noHandler')
                : localName(format.locale, { name: line.name, nameEn: line.nameEn ?? null }),
            ),
            cells.count(line.received),
            cells.count(line.settled),
            cells.count(line.late),
            cells.share(line.onTimeOfSettled.share, line.onTimeOfSettled.of),
            cells.count(line.onTimeOfSettled.of),
          ]),
      },
    ],
  };
}

function noteTable(data: ReportData, words: ReportWords): ReportTable {
  const { report: t, format } = words;
  const cells = cellsOf(format);
  return {
    kind: 'table',
    title: t('sections.notes'),
    about: null,
    columns: [
      { head: t('columns.place'), width: 45, number: false },
      { head: t('columns.when'), width: 40, number: false },
      { head: t('columns.note'), width: 80, number: false },
    ],
    groups: [
      {
        title: null,
        rows: data.notes.map(({ fromAt, toAt, text, ...place }) => [
          cells.text(localName(format.locale, place)),
          cells.text(spanText(fromAt, toAt, data, words)),
          cells.text(text),
        ]),
      },
    ],
  };
}
