import { OWED, type Owed } from '../../domain/report/owing.ts';
import type { ReportUnit } from '../../domain/report/unit-groups.ts';
import type { ReportData } from '../../wire/report.ts';
import { localName } from '../local-name.ts';
import { owingTable } from './owing-table.ts';
import type { ReportLines, ReportTable } from './report-blocks.ts';
import { metricText, type ReportWords } from './report-words.ts';
import { targetTable, verdictText } from './target-table.ts';

/** Places of a target that a brief names; the others are counted. */
const MOST_PLACES = 5;

/** RP8: the brief of a day on one page: what was met and not, what nobody has answered, who owes what. */
export function briefBlocks(
  data: ReportData,
  words: ReportWords,
  most: number,
): (ReportTable | ReportLines)[] {
  const { report: t } = words;
  const lines = (name: 'notMet' | 'met' | 'unanswered', of: string[]): ReportLines[] =>
    of.length > 0 ? [{ kind: 'lines', title: t(`brief.${name}`), lines: of }] : [];
  return [
    targetTable(data, words),
    ...lines('notMet', notMet(data, words)),
    ...lines('met', met(data, words)),
    ...lines('unanswered', unanswered(data, words)),
    ...owed(data, words, most),
  ];
}

/** Where targets were not met: the units, or of a unit its own targets. */
function notMet(data: ReportData, words: ReportWords): string[] {
  const { report: t } = words;
  if (data.units.length === 0) return ownTargets(data, words, 'notMet');
  return data.units.map(({ metric, units }) => {
    const missed = units.filter(({ result }) => result === 'notMet');
    const parts = {
      metric: metricText(metric, data, words),
      places: missed
        .slice(0, MOST_PLACES)
        .map((unit) => placeText(unit, words))
        .join(', '),
    };
    if (missed.length === 0) return t('brief.missedNone', parts);
    return missed.length > MOST_PLACES
      ? t('brief.missedMore', { ...parts, count: missed.length - MOST_PLACES })
      : t('brief.missed', parts);
  });
}

function met(data: ReportData, words: ReportWords): string[] {
  if (data.units.length === 0) return ownTargets(data, words, 'met');
  return data.units.map(({ metric, units }) =>
    words.report('brief.metOf', {
      metric: metricText(metric, data, words),
      met: units.filter(({ result }) => result === 'met').length,
      judged: units.filter(({ result }) => result !== null).length,
    }),
  );
}

const ownTargets = (data: ReportData, words: ReportWords, result: 'met' | 'notMet'): string[] =>
  data.targets
    .filter((target) => target.result === result)
    .map((target) =>
      words.report('brief.unit', {
        metric: metricText(target.metric, data, words),
        verdict: verdictText(target, words),
      }),
    );

const placeText = (unit: ReportUnit, { report: t, format }: ReportWords): string =>
  t('brief.place', {
    name: localName(format.locale, unit),
    n: unit.n,
    of: unit.of,
    signal: unit.signal ?? 'withinNoise',
  });

/** What waits for an answer: alerts, pages of the book, people, submissions. */
function unanswered({ kpis }: ReportData, { report: t, format }: ReportWords): string[] {
  const { alerts, suggestions, tickets, dossiers } = kpis;
  const said = (section: string, what: string, n: number): string =>
    `${section}: ${what.toLocaleLowerCase(format.locale)} ${format.number(n)}`;
  return [
    [
      said(t('sections.alerts'), t('alerts.untaken'), alerts.untaken),
      said(t('sections.suggestions'), t('suggestions.unseen'), suggestions.unseen),
      ...(tickets ? [said(t('sections.queue'), t('queue.unserved'), tickets.unserved)] : []),
      said(t('sections.dossiers'), t('dossiers.openOverdue'), dossiers.openOverdue),
    ].join(' · '),
  ];
}

function owed(data: ReportData, words: ReportWords, most: number): (ReportTable | ReportLines)[] {
  const { report: t } = words;
  if (data.owing.length === 0)
    return [{ kind: 'lines', title: t('brief.owing'), lines: [t('brief.nobodyOwes')] }];
  const rest = data.owing.slice(most);
  const sum = (kind: Owed): number => rest.reduce((total, line) => total + line[kind], 0);
  const [overdue = 0, apologies = 0, pages = 0, alerts = 0] = OWED.map(sum);
  const table = owingTable(data, words, data.owing.slice(0, most));
  const others =
    rest.length > 0 ? t('brief.othersOwe', { count: rest.length, overdue, apologies, pages, alerts }) : null;
  return [{ ...table, about: others }];
}
