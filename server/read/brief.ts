import { type BriefOf, briefLines, briefSubject } from '../../lib/i18n/brief-text.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import type { BriefAnswer } from '../../lib/wire/alert-reads.ts';
import type { Board } from '../../lib/wire/board.ts';
import { noticeWords } from '../notices/notice-words.ts';
import { alertMeasures } from './alert-measures.ts';
import { alerts } from './alerts.ts';
import type { ReadContext } from './context.ts';

/** The brief of an area at the instant of its board (epoch ms), in one language. */
export async function brief(
  context: ReadContext,
  { board, asOf: at }: { board: Board; asOf: number },
  locale: Locale,
): Promise<BriefAnswer> {
  const area = board.header.code;
  const words = noticeWords(context.tree, area, at, locale);
  const day = { from: words.today, to: words.today };
  const { items } = await alerts(context, {
    area,
    period: null,
    state: 'open',
    kind: null,
    grouped: true,
    cursor: null,
    limit: 1,
  });
  const of: BriefOf = {
    board,
    at,
    alerts: await alertMeasures(context, area, day),
    newest: items[0] ?? null,
  };
  return {
    area,
    asOf: new Date(at).toISOString(),
    subject: briefSubject(of, words),
    lines: briefLines(of, words),
  };
}
