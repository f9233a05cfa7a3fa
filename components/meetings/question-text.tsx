'use client';
import { useTranslations } from 'use-intl';
import type { QuestionState } from '../../lib/domain/meeting/question-state.ts';
import type { QuestionLine } from '../../lib/wire/meeting-reads.ts';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';

const TONES: Record<Exclude<QuestionState, 'inTime'>, Tone> = {
  late: 'plain',
  due: 'plain',
  overdue: 'urgent',
};

/** PC8: a question, who answers it and by when, and the answer. */
export function QuestionText({ line }: { line: QuestionLine }) {
  const t = useTranslations('meetings');
  const format = useFormat();
  const facts = [
    line.owner !== null && t('owner', { owner: line.owner }),
    t('due', { day: format.date(line.dueDay) }),
    line.answeredDay !== null && t('answered', { day: format.date(line.answeredDay) }),
  ];
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <p>
        <span className={line.text === null ? 'text-ink2' : 'font-medium'}>{line.text ?? t('removed')}</span>{' '}
        {line.state === 'inTime' ? (
          <span className="text-small font-semibold text-met">{t('state.inTime')}</span>
        ) : (
          <Tag tone={TONES[line.state]}>{t(`state.${line.state}`)}</Tag>
        )}
      </p>
      <p className="text-small text-ink2">
        {line.topic} · {facts.filter(Boolean).join(' · ')}
      </p>
      {line.answeredDay !== null && (
        <details className="text-small">
          <summary className="cursor-pointer py-1 font-semibold text-brand pointer-coarse:min-h-11 pointer-coarse:content-center">
            {t('readAnswer')}
          </summary>
          <p className="whitespace-pre-line">{line.answer ?? t('removed')}</p>
        </details>
      )}
    </div>
  );
}
