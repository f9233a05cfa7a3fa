'use client';
import { useTranslations } from 'use-intl';
import type { AttentionCause, StormAttention, UnitAttention } from '../../lib/domain/attention.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';

/** What a cause says: `title` after the unit's name, `detail` below it, `brief` beside figures that say the rest. */
export type CauseText = { title: string; detail: string; brief: string };

export type AttentionText = {
  cause: (cause: AttentionCause, at: number) => CauseText;
  /** All causes of a unit on one line. */
  why: (unit: UnitAttention, at: number) => string;
  storm: (storm: StormAttention) => string;
};

/** The sentences about what needs somebody, in the reader's language; `at` in epoch ms. */
export function useAttentionText(): AttentionText {
  const t = useTranslations('attention');
  const format = useFormat();
  const zone = useAreaBoard((board) => board.header.timezone);
  const month = format.month(useAreaBoard((board) => board.header.monthFrom));
  const aimSeconds = useAreaBoard((board) => board.targets.within.seconds);
  const gone = (from: number, at: number): string => format.duration((at - from) / 1000);
  const cause = (it: AttentionCause, at: number): CauseText => {
    switch (it.kind) {
      case 'longWait': {
        const from = format.clock(it.since, zone);
        return {
          title: t('longWait', { length: gone(it.since, at) }),
          detail:
            it.waiting === null ? t('from', { from }) : t('longWaitDetail', { waiting: it.waiting, from }),
          brief: t('longWaitBrief', {
            length: format.duration(it.level === 'urgent' ? 2 * aimSeconds : aimSeconds),
          }),
        };
      }
      case 'silent': {
        if (it.lastHeardAt === null)
          return { title: t('unheard'), detail: t('unheardDetail'), brief: t('unheard') };
        const title = t('silent', { length: gone(it.lastHeardAt, at) });
        return {
          title,
          detail: t('silentDetail', { time: format.clock(it.lastHeardAt, zone) }),
          brief: title,
        };
      }
      case 'issuingStopped': {
        const detail = t('issuingStoppedDetail', { services: it.services, waiting: it.waiting });
        return { title: t('issuingStopped'), detail, brief: t('issuingStopped') };
      }
      case 'satisfaction': {
        const title = t('satisfaction', { share: format.percent(it.n / it.of), of: it.of });
        const detail = t('satisfactionDetail', { target: format.target(it.target), month });
        return { title, detail, brief: title };
      }
      case 'overdue': {
        const title = t('overdue', { dossiers: it.dossiers });
        return { title, detail: t('overdueDetail'), brief: title };
      }
      case 'dueToday': {
        const title = t('dueToday', { dossiers: it.dossiers });
        return {
          title,
          detail: t('dueTodayDetail', { time: format.clock(it.closesAt, zone) }),
          brief: title,
        };
      }
    }
  };
  return {
    cause,
    why: (unit, at) => unit.causes.map((it) => cause(it, at).brief).join(' · '),
    storm: ({ urgent, units, people }) =>
      t('storm', { urgent, units, people, length: format.duration(2 * aimSeconds) }),
  };
}
