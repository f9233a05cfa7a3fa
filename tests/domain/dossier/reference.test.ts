import { expect, test } from 'vitest';
import { foldDossier } from '../../../lib/domain/dossier/dossier.ts';
import { compareDossierFacts } from '../../../lib/domain/dossier/dossier-fact.ts';
import { grouped } from '../../../lib/domain/grouped.ts';
import { localDay, monthOf } from '../../../lib/domain/zoned-time.ts';
import {
  BOSTON,
  type DossierFigures,
  type DossierLog,
  dossierReference,
  dossierRows,
  factsOfRow,
  figuresBy,
  recordedAt,
  WABO,
} from '../../support/dossier-data.ts';
import { measuresOf } from '../../support/dossier-story.ts';
import { describeWithSharedData } from '../../support/shared-data.ts';

const percent = (share: number | null): number => Math.round(10_000 * (share ?? Number.NaN)) / 100;

function readLog(folder: string, log: DossierLog) {
  const zoneOf = (): string => log.zone;
  return dossierRows(folder, log).map((row) => ({
    row,
    dossier: foldDossier(factsOfRow(row, log).sort(compareDossierFacts), zoneOf, null),
  }));
}
type Told = ReturnType<typeof readLog>;

function expectFigures(told: Told, figures: DossierFigures, asOf: number, zone: string): void {
  const measures = measuresOf(
    told.map(({ dossier }) => dossier),
    asOf,
    'instant',
    () => zone,
  );
  expect({
    received: measures.received,
    resolved: measures.settled,
    on_time: measures.onTime,
    late: measures.late,
    open: measures.open,
    open_overdue: measures.openOverdue,
    open_in_time: measures.open - measures.openOverdue,
    on_time_of_resolved_pct: percent(measures.onTimeOfSettled.share),
    on_time_of_received_pct: percent(measures.onTimeOfReceived.share),
  }).toEqual(figures);
}

describeWithSharedData('dossiers of two cities against the reference of another program', (folder) => {
  const logs = [
    ['WABO', WABO, dossierReference(folder, 'dossier_wabo_receipt')],
    ['Boston', BOSTON, dossierReference(folder, 'dossier_boston311_2015Q1_by_department')],
  ] as const;

  for (const [name, log, reference] of logs) {
    const told = readLog(folder, log);
    const asOf = recordedAt(reference.as_of, log.zone);
    const monthOfReceipt = ({ dossier }: Told[number]): string =>
      monthOf(localDay(log.zone, dossier.receivedAt ?? 0)).slice(0, 7);

    test(`F8, F9, F11: the whole log of ${name} agrees`, () => {
      expectFigures(told, reference.all, asOf, log.zone);
    });

    test(`F8, F11: every unit of ${name} agrees`, () => {
      const units = grouped(told, ({ row }) => row[log.unit] ?? '');
      for (const [unit, figures] of Object.entries(reference.by_unit))
        expectFigures(units.get(unit) ?? [], figures, asOf, log.zone);
    });

    test(`F9: settled and late by month of receipt agree in ${name}`, () => {
      const months = grouped(told, monthOfReceipt);
      expect([...months.keys()].sort()).toEqual(Object.keys(reference.by_month_received));
      for (const [month, figures] of Object.entries(reference.by_month_received))
        expectFigures(months.get(month) ?? [], figures, asOf, log.zone);
    });

    test(`F16: settled before its receipt is listed to correct, and counted, in ${name}`, () => {
      const early = told.filter(({ dossier }) => dossier.faults.includes('settled_before_receipt'));
      expect(early).toHaveLength(reference.days_to_resolve.negative);
    });
  }

  test('F4: the rule changes the answer: 71.63 %, 76.75 % or 66.39 % of one log', () => {
    const dossiers = readLog(folder, WABO).map(({ dossier }) => dossier);
    const by = (rule: 'instant' | 'day') => measuresOf(dossiers, 0, rule, () => WABO.zone);
    expect(percent(by('instant').onTimeOfSettled.share)).toBe(71.63);
    expect(percent(by('day').onTimeOfSettled.share)).toBe(76.75);
    expect(percent(by('instant').onTimeOfReceived.share)).toBe(66.39);
  });

  test('F8, F11: every responsible body of WABO and every neighbourhood of Boston agree', () => {
    const parts = [
      [{ ...WABO, unit: 'responsible' }, figuresBy(folder, 'dossier_wabo_by_responsible'), 0],
      [{ ...BOSTON, unit: 'neighborhood' }, figuresBy(folder, 'dossier_boston311_2015Q1_by_neighborhood'), 1],
    ] as const;
    for (const [log, reference, index] of parts) {
      const asOf = recordedAt(logs[index][2].as_of, log.zone);
      const units = grouped(readLog(folder, log), ({ row }) => row[log.unit]);
      for (const [unit, figures] of Object.entries(reference))
        expectFigures(units.get(unit) ?? [], figures, asOf, log.zone);
    }
  });
});
