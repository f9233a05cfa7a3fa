import { type ReportUnit, unitGroups } from '../../domain/report/unit-groups.ts';
import type { ReportData } from '../../wire/report.ts';
import { localName } from '../local-name.ts';
import type { ReportTable } from './report-blocks.ts';
import { cellsOf, type ReportCell } from './report-cells.ts';
import { metricText, type ReportWords } from './report-words.ts';

/** RP4: of each target every unit, in groups by result and signal and without ranks. */
export function unitTables(data: ReportData, words: ReportWords): ReportTable[] {
  const { report: t } = words;
  return data.units.map(({ metric, units }, at) => ({
    kind: 'table',
    title: t('sections.units', { n: at + 1, metric: metricText(metric, data, words) }),
    about: t('unitsAbout'),
    columns: [
      { head: t('columns.unit'), width: 60, number: false },
      ...(['share', 'hits', 'of', 'low', 'high', 'target'] as const).map((name) => ({
        head: t(`columns.${name}`),
        width: 18,
        number: true,
      })),
      // "còn được phép 12 trường hợp không đạt" on one line halves the sheets of a city.
      { head: t('columns.remark'), width: 84, number: false },
    ],
    groups: unitGroups(units).map(({ group, units: own }) => ({
      title: t('group', { group: t(`groups.${group}`), count: own.length }),
      rows: own.map((unit) => unitRow(unit, words)),
    })),
  }));
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
