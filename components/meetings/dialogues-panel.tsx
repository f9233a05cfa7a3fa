'use client';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import type { DialogueLine, MeetingsAnswer } from '../../lib/wire/meeting-reads.ts';
import { FormOpener } from '../admin/form-opener.tsx';
import { ActForm } from '../forms/act-form.tsx';
import { Field } from '../forms/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { DialogueForm } from './dialogue-form.tsx';
import { DialogueText } from './dialogue-text.tsx';
import { QuestionForm } from './question-form.tsx';

type DialoguesPanelProps = { area: string; told: MeetingsAnswer; onSaved: () => void };

/** Dialogues ahead and of the last twelve months, the newest first, with what may be done with each. */
export function DialoguesPanel({ area, told, onSaved }: DialoguesPanelProps) {
  const t = useTranslations('meetings');
  const { dialogues, mayKeep, today } = told;
  return (
    <Panel title={t('dialogues')}>
      {dialogues.length === 0 && <p className="mt-1 text-ink2">{t('dialoguesNone')}</p>}
      <ul className="mt-1">
        {dialogues.map((line) => (
          <li
            key={line.dialogue}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-grid py-2 last:border-0"
          >
            <div className="min-w-0 grow basis-80">
              <DialogueText line={line} past={line.day < today} />
            </div>
            {mayKeep && line.from === null && (
              <Acts area={area} line={line} ahead={line.day >= today} onSaved={onSaved} />
            )}
          </li>
        ))}
      </ul>
      {mayKeep && (
        <div className="mt-3">
          <FormOpener label={t('plan')} onSaved={onSaved}>
            {(done) => <DialogueForm area={area} onDone={done} />}
          </FormOpener>
        </div>
      )}
    </Panel>
  );
}

type ActsProps = { area: string; line: DialogueLine; ahead: boolean; onSaved: () => void };

function Acts({ area, line, ahead, onSaved }: ActsProps) {
  const t = useTranslations('meetings');
  const { dialogue, topic } = line;
  const path = `/areas/${encodeURIComponent(area)}/dialogues/${encodeURIComponent(dialogue)}`;
  return (
    <div className="flex flex-wrap gap-2">
      {line.calledOff === null && (
        <FormOpener label={t('raise')} about={topic} onSaved={onSaved}>
          {(done) => <QuestionForm area={area} dialogue={dialogue} onDone={done} />}
        </FormOpener>
      )}
      {ahead && (
        <FormOpener label={t('change')} about={topic} onSaved={onSaved}>
          {(done) => <DialogueForm area={area} dialogue={line} onDone={done} />}
        </FormOpener>
      )}
      {ahead && line.calledOff === null && (
        <FormOpener label={t('callOff')} about={topic} onSaved={onSaved}>
          {(done) => (
            <ActForm<Defined>
              path={`${path}/call-off`}
              label={t('callOff')}
              body={(values) => ({ reason: values.optional('reason') })}
              onDone={done}
            >
              <Field name="reason" label={t('reason')} maxLength={300} autoComplete="off" />
            </ActForm>
          )}
        </FormOpener>
      )}
    </div>
  );
}
