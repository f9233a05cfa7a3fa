'use client';
import { useTranslations } from 'use-intl';
import { secondsLeft } from '../../lib/domain/calendar/countdown.ts';
import { daysBetween } from '../../lib/domain/zoned-time.ts';
import type { DossierLine } from '../../lib/wire/dossier-reads.ts';
import { useBoard } from '../live/use-board.ts';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type DueGroup, dueGroup } from './due-group.ts';
import { type DossierText, useDossierText } from './use-dossier-text.ts';
import { useTick } from './use-tick.ts';

/** How a dossier stands now, with the working time that is left running down; what is late is filled. */
export function Standing({ line }: { line: DossierLine }) {
  const day = useBoard((board) => board.header.day);
  const now = useTick();
  const said = useStandingText()(line, dueGroup(line, now, day), now, day);
  return (
    <div>
      <Tag tone={said.tone}>{said.text}</Tag>
      {said.beside !== undefined && <div className="text-small text-ink2">{said.beside}</div>}
    </div>
  );
}

type Said = { tone: Tone; text: string; beside?: string };

function useStandingText(): (line: DossierLine, group: DueGroup, now: number, day: string) => Said {
  const t = useTranslations('dossierList');
  const format = useFormat();
  const text = useDossierText();
  return (line, group, now, day) => {
    switch (group) {
      case 'settled':
        return settledText(line, t, text);
      case 'unaccepted':
        return {
          tone: 'attention',
          text: t('state.unaccepted'),
          beside: t('filedAt', { time: text.moment(line.submittedAt) }),
        };
      case 'pending':
        return { tone: 'attention', text: t('noReceipt') };
      case 'noDue':
        return { tone: 'silent', text: t('noDue') };
      case 'awaiting':
        return {
          tone: 'plain',
          text: t('state.awaitingSupplement'),
          beside: t('since', { day: text.dayOf(line.awaitingSince) }),
        };
      case 'today': {
        const length = format.duration((now - Date.parse(line.lateFrom ?? '')) / 1000);
        return { tone: 'urgent', text: t('overLength', { length }) };
      }
      case 'over0':
      case 'over3':
      case 'over10':
      case 'over30':
        return { tone: 'urgent', text: t('overDays', { days: daysBetween(line.dueDay ?? day, day) }) };
      case 'beforeClosing':
      case 'soon':
      case 'later': {
        const left = line.countdown && secondsLeft(line.countdown, now);
        const tone = group === 'beforeClosing' ? 'attention' : 'plain';
        if (left === null)
          return { tone, text: t('leftDays', { days: daysBetween(day, line.dueDay ?? day) }) };
        return left < 60
          ? { tone, text: t('leftNone') }
          : { tone, text: t('left', { length: text.work(left) }) };
      }
    }
  };
}

function settledText(
  { result, settledDay, late, deliveredAt }: DossierLine,
  t: ReturnType<typeof useTranslations<'dossierList'>>,
  text: DossierText,
): Said {
  const settled = t('settledOn', {
    result: t(`results.${result ?? 'done'}`),
    day: settledDay === null ? '' : text.day(settledDay),
  });
  const beside =
    deliveredAt === null ? settled : `${settled} · ${t('collected', { day: text.dayOf(deliveredAt) })}`;
  if (late === null) return { tone: 'plain', text: t('notJudged'), beside };
  return late ? { tone: 'urgent', text: t('late'), beside } : { tone: 'plain', text: t('onTime'), beside };
}
