import { type ReportUnit, unitGroups } from '../../domain/report/unit-groups.ts';
import type { ReportData } from '../../wire/report.ts';
import { localName } from '../local-name.ts';
import type { ReportAnnex } from './report-blocks.ts';
import { cellsOf, type ReportCell } from './report-cells.ts';
import { metricText, type ReportWords } from './report-words.ts';

/** Annexes are counted in Roman numerals (Nghị định 30/2020/NĐ-CP). */
const ROMAN = ['I', 'II', 'III'] as const;

/** Columns of numbers with widths (mm) in which their heads take one line. */
const NUMBERS = [
  ['share', 18],
  ['hits', 17],
  ['of', 19],
  ['low', 26],
  ['high', 25],
  ['target', 25],
] as const;

/** RP4: of each target every unit, in groups by result and signal and without ranks. */
export function unitTables(data: ReportData, words: ReportWords): ReportAnnex[] {
  const { report: t } = words;
  return data.units.map(({ metric, units }, at) => ({
    kind: 'table',
    ...titleOf(t('sections.annex', { n: ROMAN[at] ?? at + 1 }), metricText(metric, data, words), words),
    about: t('unitsAbout'),
    columns: [
      { head: t('columns.unit'), width: 54, number: false },
      ...NUMBERS.map(([name, width]) => ({ head: t(`columns.${name}`), width, number: true })),
      // "còn được phép 12 trường hợp không đạt" on one line halves the sheets of a city.
      { head: t('columns.remark'), width: 70, number: false },
    ],
    groups: unitGroups(units).map(({ group, units: own }) => ({
      title: t('group', { group: t(`groups.${group}`), count: own.length }),
      rows: own.map((unit) => unitRow(unit, words)),
    })),
  }));
}

function titleOf(
  number: string,
  metric: string,
  { report: t }: ReportWords,
): Pick<ReportAnnex, 'title' | 'number' | 'name'> {
  const name = t('sections.units', { metric });
  return { title: `${number}. ${name}`, number, name };
}

function unitRow(unit: ReportUnit, { report: t, format }: ReportWords): ReportCell[] {
  const cells = cellsOf(format);
  const remarks = [
    unit.spare !== null && t('spare', { n: unit.spare }),
    unit.short !== null && t('short', { n: unit.short }),
    unit.few && t('few'),
    unit.changedOn !== null && t('bordersInside', { day: format.date(unit.changedOn) }),
  ];
  return [
    cells.text(localName(format.locale, unit)),
    cells.share(unit.share, unit.of),
    cells.count(unit.of > 0 ? unit.n : null),
    cells.count(unit.of > 0 ? unit.of : null),
    cells.level(unit.low),
    cells.level(unit.high),
    { ...cells.level(unit.target), text: format.target(unit.target) },
    cells.text(remarks.filter(Boolean).join('; ')),
  ];
}
