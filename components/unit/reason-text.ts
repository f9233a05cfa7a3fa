import { isSatisfied, type Level } from '../../lib/domain/rating-level.ts';
import type { Messages } from '../../lib/i18n/load-messages.ts';

type Reasons = Messages['reasons'];

/**
 * A rating's reason in words. The same point of conduct is praise on a satisfied rating and "chưa …" on another; a
 * reason that this version does not know goes by its own code.
 */
export function reasonText(reasons: Reasons, code: string, level: Level): string {
  const conduct: Record<string, string> = isSatisfied(level) ? reasons.praise : reasons.lack;
  const conditions: Record<string, string> = reasons.condition;
  return conduct[code] ?? conditions[code] ?? code;
}
