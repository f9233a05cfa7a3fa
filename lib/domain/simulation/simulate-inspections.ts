import type { Opening } from '../calendar/working-time.ts';
import type { SourceEvent } from '../events/registry.ts';
import type { InspectionLevel } from '../inspection/words.ts';
import { EXPLAINED, FOUND } from './inspection-texts.ts';
import { type PlannedDays, plannedDays } from './planned-days.ts';
import { type Random, randomOf } from './random.ts';
import { type Teller, tellerOf } from './teller.ts';

/** A working day on which an inspection of one unit may begin; what becomes of it may lie weeks ahead. */
export type InspectionDay = { unit: string; day: string; opening: Opening; seed: number; source: string };

/** How often a working day begins one: units look after themselves most, as cities report it. */
const DAILY_CHANCES: readonly (readonly [InspectionLevel, chance: number, surprise: number, team: string])[] =
  [
    ['ward', 0.03, 0.3, 'Tổ kiểm tra công vụ của đơn vị'],
    ['district', 0.004, 0.4, 'Tổ kiểm tra khu vực'],
    ['city', 0.005, 0.7, 'Đoàn kiểm tra công vụ thành phố'],
    ['joint', 0.0015, 0.2, 'Đoàn liên ngành cải cách hành chính'],
  ];

/** Findings that nobody remedies so far as anybody knows, and those remedied after their day. */
const LEFT_SHARE = 0.12;
const LATE_SHARE = 0.15;
const DISCIPLINED_SHARE = 0.06;

/** Inspections begun on a day with everything that becomes of them, in the order of time. */
export function simulateInspections({ unit, day, opening, seed, source }: InspectionDay): SourceEvent[] {
  if (opening.spansOf(day).length === 0) return [];
  const teller = tellerOf({ profile: { unit }, source, block: 'inspection', day });
  for (const [level, chance, surprise, team] of DAILY_CHANCES) {
    const random = randomOf(`${seed}/${unit}/${day}/inspection/${level}`);
    if (!random.chance(chance)) continue;
    const inspection = `KT-${day.replaceAll('-', '')}-${level}`;
    tellInspection({ inspection, level, team, surprise }, teller, plannedDays(opening, day), random);
  }
  return teller.told();
}

type Begun = { inspection: string; level: InspectionLevel; team: string; surprise: number };

function tellInspection(
  { inspection, level, team, surprise }: Begun,
  { tell }: Teller,
  days: PlannedDays,
  random: Random,
): void {
  const kind = random.chance(surprise) ? 'surprise' : 'planned';
  // What is planned begins on the fourth working day after.
  const first = kind === 'planned' ? 4 : 0;
  const begins = random.between(0.08, 0.5);
  const day = days.dayAfter(first);
  const plannedAt = days.at(0, 0.5);
  const openedAt = days.at(first, begins);
  const announcedAt = days.at(first, begins + 0.02);
  const signedAt = days.at(first, 0.95);
  const closedAt = days.at(first + 12, 0.6);
  if (day === null || plannedAt === null || openedAt === null || announcedAt === null || signedAt === null)
    return;
  const id = (step: string): string => `${inspection}/${step}`;
  if (kind === 'planned')
    tell('inspection.planned', plannedAt, id('planned'), { inspection, level, kind, team, day });
  tell('inspection.opened', openedAt, id('opened'), { inspection, level, kind, team });
  tell('inspection.announced', announcedAt, id('announced'), { inspection });
  const count = Math.floor(random.between(0, 4));
  const begun = Math.floor(random.between(0, FOUND.length));
  for (let n = 0; n < count; n += 1) {
    const found = FOUND[(begun + n) % FOUND.length] ?? FOUND[0];
    const part = begins + 0.05 + n * 0.08;
    tellFinding({ inspection, finding: `${n + 1}`, found, first, part }, tell, days, random);
  }
  const explainedAt = days.at(first, 0.9);
  if (count > 0 && explainedAt !== null && random.chance(0.6))
    tell('inspection.explained', explainedAt, id('explained'), { inspection, text: random.pick(EXPLAINED) });
  tell('inspection.minutes_signed', signedAt, id('signed'), {
    inspection,
    documentNo: `${Math.floor(random.between(1, 90))}/BB-KTCV`,
    documentDate: day,
    signatories: [{ title: 'Trưởng đoàn kiểm tra' }, { title: 'Thủ trưởng đơn vị' }],
    text:
      count === 0
        ? 'Đơn vị chấp hành tốt kỷ luật, kỷ cương hành chính.'
        : 'Yêu cầu đơn vị khắc phục đúng hạn và báo cáo kết quả.',
  });
  if (closedAt === null) return;
  if (count > 0 && random.chance(DISCIPLINED_SHARE))
    tell('inspection.disciplined', closedAt - 3_600_000, id('disciplined'), {
      inspection,
      disciplineForm: 'reprimand',
      people: 1,
    });
  tell('inspection.closed', closedAt, id('closed'), { inspection });
}

type Finding = {
  inspection: string;
  finding: string;
  found: (typeof FOUND)[number];
  /** The working day of the inspection, and the part of it at which this is found. */
  first: number;
  part: number;
};

function tellFinding(
  { inspection, finding, found, first, part }: Finding,
  tell: Teller['tell'],
  days: PlannedDays,
  random: Random,
): void {
  const { checklist, item, severity, text, remedy } = found;
  const foundAt = days.at(first, part);
  const limit = random.chance(0.5) ? 5 : 10;
  const dueAt = days.dayAfter(first + limit);
  const left = random.chance(LEFT_SHARE);
  const late = random.chance(LATE_SHARE);
  const after = late
    ? limit + 1 + Math.floor(random.between(0, 6))
    : Math.floor(random.between(1, limit + 1));
  const remediedAt = days.at(first + after, random.between(0.1, 0.9));
  if (foundAt === null || dueAt === null) return;
  const id = `${inspection}/found/${finding}`;
  tell('inspection.finding_added', foundAt, id, {
    inspection,
    finding,
    checklist,
    item,
    severity,
    text,
    dueAt,
  });
  if (!left && remediedAt !== null)
    tell('inspection.remedied', remediedAt, `${id}/remedied`, { inspection, finding, text: remedy });
}
