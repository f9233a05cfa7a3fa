import type { DataOf } from '../events/registry.ts';
import type { Level } from '../rating-level.ts';
import type { Random } from './random.ts';

type Said = Pick<DataOf<'rating.given'>, 'level' | 'reasons' | 'comment'>;

const CONDUCT = ['greet', 'apologise', 'thank', 'ask_leave', 'smile', 'gentle', 'listen', 'help'] as const;
const CONDITIONS = [
  'unclear_guidance',
  'repeated_visits',
  'extra_papers',
  'software',
  'waiting_place',
] as const;
const COMMENTS = [
  'Cần thêm bảng hướng dẫn ghi tờ khai.',
  'Chờ hơi lâu, mong có thêm quầy.',
  'Hướng dẫn nhanh hơn thì tốt.',
  'Chỗ ngồi chờ còn ít.',
  'Phải bổ sung giấy tờ hai lần.',
] as const;

const LONG_WAIT_MS = 20 * 60_000;

/** What a visitor says after `waitMs` of waiting where `satisfiedShare` of all are satisfied. */
export function ratingOfVisit(random: Random, satisfiedShare: number, waitMs: number): Said {
  const share = satisfiedShare - (waitMs > 2 * LONG_WAIT_MS ? 0.03 : 0);
  const level = levelOf(random, share);
  const reasons = reasonsOf(random, level, waitMs);
  const low = level === 'dissatisfied' || level === 'very_dissatisfied';
  return {
    level,
    ...(reasons.length > 0 && { reasons }),
    ...(low && random.chance(0.25) && { comment: random.pick(COMMENTS) }),
  };
}

function levelOf(random: Random, satisfiedShare: number): Level {
  if (random.chance(satisfiedShare)) return random.chance(0.62) ? 'very_satisfied' : 'satisfied';
  const rest = random.next();
  if (rest < 0.5) return 'neutral';
  return rest < 0.9 ? 'dissatisfied' : 'very_dissatisfied';
}

function reasonsOf(random: Random, level: Level, waitMs: number): string[] {
  if (level === 'very_satisfied' || level === 'satisfied')
    return random.chance(0.35) ? [random.pick(CONDUCT)] : [];
  const reasons: string[] = [];
  if (waitMs > LONG_WAIT_MS && random.chance(0.7)) reasons.push('long_wait');
  if (level !== 'neutral' && random.chance(0.6))
    reasons.push(random.pick(['listen', 'listen', 'smile', 'greet', 'gentle', 'help']));
  if (reasons.length === 0 && random.chance(0.8)) reasons.push(random.pick(CONDITIONS));
  return reasons;
}
