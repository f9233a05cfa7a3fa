import type { Opening } from '../calendar/working-time.ts';
import type { SourceEvent } from '../events/registry.ts';
import { leavesBook, type SuggestionKind } from '../suggestion/kind.ts';
import { BOOK_TEXTS } from './book-texts.ts';
import { type PlannedDays, plannedDays } from './planned-days.ts';
import { type Random, randomOf } from './random.ts';
import { tellerOf } from './teller.ts';

/** A working day of the suggestion book of one unit; what becomes of its pages may lie weeks ahead. */
export type BookDay = { unit: string; day: string; opening: Opening; seed: number; source: string };

/** Two to four pages a week of five days. */
const DAILY_CHANCES = [0.45, 0.2] as const;
const CHANNELS = ['book', 'book', 'box', 'qr', 'online', 'hotline'] as const;

/** Out of ten pages one leaves the book for the level above (N5). */
const AWAY_SHARE = 0.1;
const PETITION_SHARE = 0.2;

function kindOf(random: Random): SuggestionKind {
  if (random.chance(AWAY_SHARE)) return random.pick(['complaint', 'about_head']);
  return random.chance(PETITION_SHARE) ? 'petition' : 'suggestion';
}

const HEADS = ['Nguyễn Thị Hiền', 'Trần Văn Khoa', 'Lê Minh Tú', 'Phạm Thu Giang', 'Hoàng Văn Lâm'] as const;
const OWNERS = ['Văn phòng HĐND và UBND', 'Bộ phận Một cửa', 'Phòng Kinh tế'] as const;

/** Heads who let pages lie; others see nearly everything within its day. */
const NEGLECTING_SHARE = 0.15;

/** Pages written on a day and their steps, in the order of time; they depend on unit, day, seed and calendar alone. */
export function simulateBook({ unit, day, opening, seed, source }: BookDay): SourceEvent[] {
  const days = plannedDays(opening, day);
  const { tell, told } = tellerOf({ profile: { unit }, source, block: 'book', day });
  const habits = randomOf(`${seed}/${unit}/book`);
  const head = { name: habits.pick(HEADS), title: 'Chủ tịch Ủy ban nhân dân phường' };
  const neglects = habits.chance(NEGLECTING_SHARE);
  for (const [n, share] of DAILY_CHANCES.entries()) {
    const random = randomOf(`${seed}/${unit}/${day}/book/${n}`);
    if (!random.chance(share)) continue;
    const written = days.at(0, random.between(0.05, 0.95));
    if (written === null || opening.spansOf(day).length === 0) continue;
    const suggestion = `GY-${day.replaceAll('-', '')}-${n + 1}`;
    const kind = kindOf(random);
    const steps = stepsOf(kind, { days, random, neglects });
    tell('suggestion.submitted', written, `${suggestion}/submitted`, {
      suggestion,
      text: random.pick(BOOK_TEXTS[kind]),
      channel: random.pick(CHANNELS),
    });
    if (steps.sortedAt !== null)
      tell('suggestion.sorted', steps.sortedAt, `${suggestion}/sorted`, { suggestion, kind });
    if (steps.seenAt !== null)
      tell('suggestion.seen', steps.seenAt, `${suggestion}/seen`, { suggestion, by: head });
    if (steps.instructedAt !== null && steps.dueDay !== null)
      tell('suggestion.instructed', steps.instructedAt, `${suggestion}/instructed`, {
        suggestion,
        by: head,
        text: 'Giao xem xét, trả lời người dân và báo cáo kết quả.',
        owner: random.pick(OWNERS),
        dueAt: steps.dueDay,
      });
    if (steps.answeredAt !== null)
      tell('suggestion.answered', steps.answeredAt, `${suggestion}/answered`, {
        suggestion,
        by: head,
        text: 'Đã tiếp thu và thực hiện. Cảm ơn ý kiến của ông/bà.',
      });
  }
  return told();
}

type Chances = { days: PlannedDays; random: Random; neglects: boolean };
type Steps = Record<'sortedAt' | 'seenAt' | 'instructedAt' | 'answeredAt', number | null> & {
  dueDay: string | null;
};

/** When a page is sorted, seen, handed on and answered; null: not at all, so far as anybody knows. */
function stepsOf(kind: SuggestionKind, { days, random, neglects }: Chances): Steps {
  const sortedAt = days.at(1, random.between(0.02, 0.3));
  // What left the book is somebody else's from there on; what becomes of it there is not told here.
  const away = leavesBook(kind);
  const lies = random.chance(neglects ? 0.4 : 0.02);
  const late = random.chance(neglects ? 0.5 : 0.06);
  const seenAt = away || lies ? null : days.at(late ? 3 : 1, random.between(0.35, 0.9));
  const instructs = seenAt !== null && random.chance(0.45);
  const answers = seenAt !== null && random.chance(0.6);
  const from = late ? 3 : 1;
  return {
    sortedAt,
    seenAt,
    instructedAt: instructs ? days.at(from, 0.95) : null,
    dueDay: days.dayAfter(from + 5),
    answeredAt: answers
      ? days.at(from + 1 + Math.floor(random.between(0, 5)), random.between(0.1, 0.9))
      : null,
  };
}
