import { reportTarget } from '../../lib/domain/report/report-target.ts';
import { type ReportUnit, reportUnit } from '../../lib/domain/report/unit-groups.ts';
import { shareOf } from '../../lib/domain/wilson.ts';
import type { ReportData } from '../../lib/wire/report.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const LAST_YEAR = { from: '2025-11-01', to: '2025-11-30' };
const TARGETS = { satisfied: 0.98, onTimeOfSettled: 0.99, within: 0.9 } as const;

/** A report of an invented city with so many units, some of them with long names, some without any case. */
export function sampleReport(units: number, kind: ReportData['kind'] = 'month'): ReportData {
  const period =
    kind === 'day' ? { from: '2026-11-25', to: '2026-11-25' } : { from: '2026-11-01', to: '2026-11-30' };
  const name = (at: number): string =>
    at % 9 === 4 ? `Xã Nguyễn Hữu Cảnh – Thượng Đông Phước ${at + 1}` : `Phường Ngọc Hưng ${at + 1}`;
  const unit = (at: number, metric: keyof typeof TARGETS): ReportUnit => {
    const of = at % 11 === 10 ? 0 : 40 + ((at * 37) % 400);
    const missed = Math.min(of, (at * (metric === 'within' ? 13 : 7)) % (metric === 'within' ? 60 : 14));
    return reportUnit({
      code: `u${at}`,
      name: name(at),
      nameEn: at % 2 === 0 ? `Ngoc Hung ${at + 1}` : null,
      target: TARGETS[metric],
      changedOn: at === 3 ? '2026-11-12' : null,
      n: of - missed,
      of,
    });
  };
  const metrics = ['satisfied', 'onTimeOfSettled', 'within'] as const;
  const tables = metrics.map((metric) => ({
    metric,
    units: Array.from({ length: units }, (_, at) => unit(at, metric)).sort(
      (a, b) => (a.share ?? 2) - (b.share ?? 2),
    ),
  }));
  const sumOf = (metric: (typeof metrics)[number]): { n: number; of: number } => {
    const all = tables.find((table) => table.metric === metric)?.units ?? [];
    return { n: all.reduce((sum, { n }) => sum + n, 0), of: all.reduce((sum, { of }) => sum + of, 0) };
  };
  const p = (n: number, of: number) => shareOf(n, of);
  return {
    format: 1,
    kind,
    months: 'calendar',
    ...period,
    area: {
      code: 'an-binh',
      name: 'Thành phố An Bình',
      nameEn: 'An Binh City',
      label: null,
      kind: 'city',
      zone: 'Asia/Ho_Chi_Minh',
    },
    demo: true,
    running: kind === 'day',
    rule: 'own',
    asOf: '2026-11-30T16:59:59.999Z',
    knownSeq: 1_234_567,
    knownAt: '2026-12-01T00:12:44.120Z',
    readAt: '2026-12-01T00:12:45.000Z',
    speaking: {
      satisfied: { units: units - 3, of: units },
      onTimeOfSettled: { units: units - 1, of: units },
      within: { units: Math.max(0, units - 7), of: units - 2 },
    },
    targets: metrics.map((metric) =>
      reportTarget({
        metric,
        target: { value: TARGETS[metric], seconds: 900, source: 'default', from: '2000-01-01' },
        count: sumOf(metric),
        previous: { n: 9_000, of: 9_400, period: OCTOBER },
        lastYear: { n: 0, of: 0, period: LAST_YEAR },
        changedOn: null,
      }),
    ),
    units: tables,
    kpis: {
      area: 'an-binh',
      ...period,
      asOf: '2026-11-30T16:59:59.999Z',
      inspections: {
        inspections: 4,
        planned: 1,
        surprise: 3,
        units: 3,
        findings: 6,
        remedied: 4,
        remediedInTime: p(3, 5),
        disciplined: 0,
        byForm: {},
      },
      tickets: {
        issued: 31_204,
        called: 30_115,
        finished: 29_870,
        noShow: 245,
        left: 812,
        waiting: 0,
        unserved: 277,
        pending: 0,
        suspect: 96,
        wait: {
          n: 30_115,
          meanSec: 611.2,
          p50Sec: 455,
          p90Sec: 1_322,
          p95Sec: 1_800,
          maxSec: 9_733,
          within: { 900: p(25_000, 31_000) },
        },
        service: { n: 29_774, meanSec: 440, p50Sec: 390, p90Sec: 900 },
        leftWithNothing: 131,
      },
      ratings: {
        n: 14_020,
        byLevel: {
          very_satisfied: 9_000,
          satisfied: 4_700,
          neutral: 200,
          dissatisfied: 90,
          very_dissatisfied: 30,
        },
        satisfied: p(13_700, 14_020),
        responseRate: p(13_500, 29_870),
        marked: {
          n: 520,
          byReason: {
            unlinked: 500,
            second: 20,
            tooSoon: 0,
            idleCounter: 0,
            burst: 0,
            unbroken: 0,
            oddRate: 0,
            closed: 0,
          },
          satisfiedWithout: p(13_190, 13_500),
        },
      },
      dossiers: {
        rule: 'own',
        received: 18_204,
        settled: 17_900,
        onTime: 17_610,
        late: 290,
        withdrawn: 60,
        stopped: 3,
        noDue: 41,
        open: 4_120,
        openOverdue: 77,
        awaitingSupplement: 204,
        unaccepted: 12,
        notCollected: 310,
        withdrawnLate: 4,
        continued: 9,
        onTimeOfSettled: p(17_610, 17_900),
        onTimeOfReceived: p(14_000, 18_100),
        onTime766: p(21_600, 22_000),
        online: p(11_020, 18_204),
        extendedShare: p(120, 17_900),
        onTimeAfterExtension: p(17_700, 17_900),
        repeatSupplementShare: p(30, 800),
        lateSupplementShare: p(55, 800),
        acceptWait: { n: 9_000, meanHours: 1.84 },
      },
      apologies: { owed: 77, drafted: 12, signed: 9, delivered: 130, kept: 101, broken: 4 },
      alerts: {
        raised: 210,
        taken: 198,
        closed: 150,
        standing: 14,
        untaken: 5,
        toTake: { n: 198, p50Sec: 340, p90Sec: 2_400 },
        toClose: { n: 150, p50Sec: 4_000, p90Sec: 9_000 },
      },
      suggestions: {
        submitted: 120,
        away: 6,
        byKind: { unsorted: 2, suggestion: 80, petition: 32 },
        seen: p(108, 114),
        timeToSeen: { n: 108, p50Sec: 7_200, p90Sec: 26_000 },
        answered: 60,
        unseen: 6,
        unseenLate: 2,
      },
    },
    handlers: [
      {
        handler: 'so-xay-dung',
        name: 'Sở Xây dựng',
        received: 900,
        settled: 880,
        late: 120,
        onTimeOfSettled: p(760, 880),
        onTimeOfReceived: p(700, 900),
      },
      {
        handler: null,
        name: null,
        received: 17_000,
        settled: 16_900,
        late: 170,
        onTimeOfSettled: p(16_730, 16_900),
        onTimeOfReceived: p(13_000, 17_000),
      },
    ],
    owing: Array.from({ length: Math.min(units, 40) }, (_, at) => ({
      code: `u${at}`,
      name: name(at),
      nameEn: null,
      overdue: 40 - at,
      apologies: at % 5,
      pages: at % 3,
      alerts: at % 2,
    })),
    notes: [
      {
        note: 7,
        unit: 'u1',
        name: name(1),
        nameEn: null,
        fromAt: '2026-11-12T01:00:00Z',
        toAt: '2026-11-12T04:30:00Z',
        text: 'Mất điện khu vực, máy lấy số ngừng',
      },
    ],
  };
}
