import { type Hearable, hears, mayHear } from '../../lib/domain/alerts/notice.ts';
import { alertRuleOf, isQuiet } from '../../lib/domain/alerts/rule.ts';
import { localDayIn, rootsOf, zoneOf } from '../../lib/domain/tree.ts';
import { alertSentence } from '../../lib/i18n/alert-text.ts';
import type { AlertLine } from '../../lib/wire/alert-reads.ts';
import type { Core } from '../core.ts';
import { alertCursor, alerts } from '../read/alerts.ts';
import type { ReadContext } from '../read/context.ts';
import { type Cursor, decodeCursor } from '../read/list-page.ts';
import type { Told } from './listeners.ts';
import type { Message } from './message.ts';
import { noticeWords } from './notice-words.ts';
import type { Post } from './post.ts';

/** Standing alerts that are read at once. */
const PORTION = 1000;
const SENTENCES = 10;
const DATA_LINES = 100;

export type AlertNoticesParts = {
  core: Pick<Core, 'memory' | 'database' | 'now'>;
  context: ReadContext;
  post: Post;
  /** Our own address as people open it. */
  base: () => string;
};

const keyOf = ({ unit, alert }: Pick<AlertLine, 'unit' | 'alert'>): string => `${unit}\n${alert}`;

/** AA12, AA13: tells everybody of the alerts that they have not heard of. Call it now and then, never twice at once. */
export function createAlertNotices({ core, context, post, base }: AlertNoticesParts) {
  const { memory, database, now } = core;

  /** All of them: in a storm the one that speaks for many is as new as a thousand others. */
  async function standing(): Promise<AlertLine[]> {
    const lines: AlertLine[] = [];
    for (const { code: area } of rootsOf(memory.tree)) {
      let cursor: Cursor | null = null;
      do {
        const { items, next } = await alerts(context, {
          area,
          period: null,
          state: 'open',
          kind: null,
          grouped: false,
          cursor,
          limit: PORTION,
        });
        lines.push(...items);
        cursor = next === null ? null : decodeCursor(next, alertCursor);
      } while (cursor !== null);
    }
    return lines;
  }

  const hearable = (line: AlertLine, at: number): Hearable => {
    const { tree } = memory;
    const rule = alertRuleOf(tree, line.unit, line.kind, localDayIn(tree, line.unit, at));
    return { ...line, taken: line.takenAt !== null, quiet: isQuiet(rule, zoneOf(tree, line.unit), at) };
  };

  async function toldBefore() {
    const { rows } = await database.pool.query<{ recipient: string; unit: string; alert: string; at: Date }>(
      'SELECT recipient, unit, alert, told_at AS at FROM alert_notice',
    );
    const heard = new Set(rows.map((row) => `${row.recipient}\n${keyOf(row)}`));
    const last = new Map<string, number>();
    for (const { recipient, at } of rows)
      last.set(recipient, Math.max(at.getTime(), last.get(recipient) ?? 0));
    return { heard, last };
  }

  async function remember(recipient: string, lines: readonly AlertLine[], at: number): Promise<void> {
    await database.pool.query(
      `INSERT INTO alert_notice (recipient, unit, alert, told_at)
       SELECT $1, unit, alert, to_timestamp($4 / 1000.0) FROM unnest($2::text[], $3::text[]) AS x(unit, alert)
       ON CONFLICT (recipient, unit, alert) DO NOTHING`,
      [recipient, lines.map(({ unit }) => unit), lines.map(({ alert }) => alert), at],
    );
  }

  function messageOf({ area }: Told, lines: readonly AlertLine[], at: number): Message {
    const words = noticeWords(memory.tree, area, at, 'vi');
    const link = (code: string): string => `${base()}/alerts?area=${encodeURIComponent(code)}`;
    const more = lines.length - SENTENCES;
    const demo = memory.tree.areas.get(area)?.demo ? `[${words.t('demo')}] ` : '';
    return {
      type: 'alerts.raised',
      subject: demo + words.t('mailSubject', { name: words.nameOf(area), count: lines.length }),
      text: [
        ...lines.slice(0, SENTENCES).map((line) => demo + alertSentence(line, words, link(line.unit))),
        ...(more > 0 ? [words.t('mailMore', { count: more })] : []),
        words.t('mailLook', { link: link(area) }),
      ].join('\n'),
      data: { alerts: lines.slice(0, DATA_LINES), count: lines.length },
    };
  }

  /** What stands so long is told again: whoever heard of it then has forgotten. */
  const forgetOld = (at: number) =>
    database.pool.query(
      `DELETE FROM alert_notice WHERE told_at < to_timestamp($1 / 1000.0) - interval '30 days'`,
      [at],
    );

  return {
    async tell(listeners: readonly Told[]): Promise<void> {
      const at = now();
      await forgetOld(at);
      const lines = await standing();
      const hearables = lines.map((line) => ({ line, hearable: hearable(line, at) }));
      const { heard, last } = await toldBefore();
      for (const listener of listeners) {
        const { id } = listener;
        if (post.isWaiting(id) || !mayHear(last.get(id), at)) continue;
        const due = hearables
          .filter(
            (one) => hears(memory.tree, listener, one.hearable) && !heard.has(`${id}\n${keyOf(one.line)}`),
          )
          .map(({ line }) => line);
        if (due.length === 0) continue;
        await post.deliver(listener, messageOf(listener, due, at), at, () => remember(id, due, now()));
      }
    },
  };
}
