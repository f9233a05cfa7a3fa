import { describe, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { foldInspection, type Inspection } from '../../lib/domain/inspection/inspection.ts';
import { inspectionFact, isInspectionEvent } from '../../lib/domain/inspection/inspection-fact.ts';
import { addDays, instantOf } from '../../lib/domain/zoned-time.ts';
import { planInspections } from '../../server/demo/inspection-history.ts';
import { demoTree } from '../support/demo-tree.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const TODAY = '2026-11-25';
const NOW = instantOf(ZONE, TODAY, '10:30');
const tree = demoTree();
const DAYS = 150;

const told: SourceEvent[] = Array.from({ length: DAYS + 1 }, (_, back) =>
  planInspections(tree, 'ab', addDays(TODAY, back - DAYS), 7),
)
  .flat()
  .filter(({ at }) => at <= NOW)
  .sort((a, b) => a.at - b.at);

const inspections: Inspection[] = [
  ...grouped(
    told.flatMap((event) => (isInspectionEvent(event) ? [event] : [])),
    ({ unit, data }) => `${unit}/${data.inspection}`,
  ).values(),
].map((events) =>
  foldInspection(
    events.map((event, seq) => inspectionFact(event, seq)),
    ZONE,
  ),
);
const share = (fits: (one: Inspection) => boolean): number =>
  inspections.filter(fits).length / inspections.length;

describe('the inspections of the invented city', () => {
  test('are the same in every run of one seed, and others of another', () => {
    const day = '2026-11-18';
    expect(planInspections(tree, 'ab', day, 7)).toEqual(planInspections(demoTree(), 'ab', day, 7));
    expect(planInspections(tree, 'ab', day, 8)).not.toEqual(planInspections(tree, 'ab', day, 7));
  });

  test('come through the door as they are, from a simulated source, none on a closed day', () => {
    for (const { at, unit, type, source, id, data } of told) {
      const time = new Date(at).toISOString();
      const read = readEnvelope({ specversion: '1.0', id, source, type, subject: unit, time, data });
      expect(read.ok ? '' : JSON.stringify(read.refusal)).toBe('');
      expect(source.startsWith('/simulated/')).toBe(true);
    }
    expect(planInspections(tree, 'ab', '2026-11-22', 7)).toEqual([]);
  });

  test('I2, I5: planned and surprise, mostly by units; findings in time, late, and past their day', () => {
    expect(inspections.length).toBeGreaterThan(80);
    expect(inspections.length).toBeLessThan(400);
    expect(share(({ level }) => level === 'ward')).toBeGreaterThan(0.55);
    expect(inspections.some(({ level }) => level === 'city')).toBe(true);
    expect(share(({ kind }) => kind === 'surprise')).toBeGreaterThan(0.2);
    expect(share(({ announcedAt }) => announcedAt === null)).toBeLessThan(0.1);
    const findings = inspections.flatMap((one) => one.findings);
    const some = (fits: (one: (typeof findings)[number]) => boolean): number => findings.filter(fits).length;
    expect(
      some(({ remediedAt, lateFrom }) => remediedAt !== null && remediedAt < (lateFrom ?? 0)),
    ).toBeGreaterThan(findings.length / 2);
    expect(
      some(({ remediedAt, lateFrom }) => remediedAt !== null && remediedAt >= (lateFrom ?? 0)),
    ).toBeGreaterThan(5);
    expect(
      some(({ remediedAt, lateFrom }) => remediedAt === null && (lateFrom ?? NOW) < NOW),
    ).toBeGreaterThan(3);
    expect(inspections.some(({ discipline }) => discipline.length > 0)).toBe(true);
  });
});
