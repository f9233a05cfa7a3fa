'use client';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import type { MeetingsAnswer } from '../../lib/wire/meeting-reads.ts';
import { FormOpener } from '../admin/form-opener.tsx';
import { ActForm } from '../forms/act-form.tsx';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { QuestionCounts } from './question-counts.tsx';
import { QuestionText } from './question-text.tsx';

type QuestionsPanelProps = { area: string; told: MeetingsAnswer; onSaved: () => void };

/** PC8: what was raised in dialogues, what is owed first, with the answer to give. */
export function QuestionsPanel({ area, told, onSaved }: QuestionsPanelProps) {
  const t = useTranslations('meetings');
  const { questions, counts, dialogues, mayKeep } = told;
  const own = new Set(dialogues.filter(({ from }) => from === null).map(({ dialogue }) => dialogue));
  return (
    <Panel title={t('questions')} aside={t('questionsAside')}>
      {counts.n === 0 ? (
        <p className="mt-1 text-ink2">{t('questionsNone')}</p>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <QuestionCounts counts={counts} />
          <ExportButtons
            path={`/areas/${encodeURIComponent(area)}/meetings`}
            name={`dialogue-questions-${area}`}
          />
        </div>
      )}
      <ul className="mt-1">
        {questions.map((line) => (
          <li
            key={line.question}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-grid py-2 last:border-0"
          >
            <div className="min-w-0 grow basis-80">
              <QuestionText line={line} />
              {line.raisedBy !== null && (
                <p className="text-small text-ink2 [overflow-wrap:anywhere]">
                  {t('raisedBy', { name: line.raisedBy })}
                </p>
              )}
            </div>
            {mayKeep && own.has(line.dialogue) && (
              <FormOpener
                label={t(line.answeredDay === null ? 'answer' : 'answerAnew')}
                about={line.text ?? t('removed')}
                onSaved={onSaved}
              >
                {(done) => (
                  <ActForm<Defined>
                    path={`/areas/${encodeURIComponent(area)}/dialogues/${encodeURIComponent(line.dialogue)}/questions/${encodeURIComponent(line.question)}/answer`}
                    label={t('answer')}
                    body={(values) => ({ text: values.optional('text') })}
                    onDone={done}
                  >
                    <TextAreaField
                      name="text"
                      label={t('answerText')}
                      hint={t('textHint')}
                      rows={4}
                      maxLength={4000}
                      defaultValue={line.answer ?? ''}
                    />
                  </ActForm>
                )}
              </FormOpener>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
