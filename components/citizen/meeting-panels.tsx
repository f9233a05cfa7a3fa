'use client';
import { useTranslations } from 'use-intl';
import type { PublicMeetings } from '../../lib/wire/meeting-reads.ts';
import { DialogueText } from '../meetings/dialogue-text.tsx';
import { QuestionCounts } from '../meetings/question-counts.tsx';
import { QuestionText } from '../meetings/question-text.tsx';
import { ReceptionText } from '../meetings/reception-text.tsx';
import { Panel } from '../ui/panel.tsx';

const LINE = 'border-b border-grid py-2 last:border-0';

/** PC7, PC8: when leaders receive citizens, dialogues ahead, and how questions raised there were answered. */
export function MeetingPanels({ meetings }: { meetings: PublicMeetings }) {
  const t = useTranslations('meetings');
  const { receptions, dialogues, questions, counts, more } = meetings;
  return (
    <>
      {receptions.length > 0 && (
        <Panel title={t('receptions')}>
          <ul className="mt-1">
            {receptions.map((line) => (
              <li key={`${line.leader} ${line.fromDay} ${line.fromClock} ${line.place}`} className={LINE}>
                <ReceptionText line={line} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {(dialogues.length > 0 || counts.n > 0) && (
        <Panel title={t('dialogues')}>
          <ul className="mt-1">
            {dialogues.map((line) => (
              <li key={line.dialogue} className={LINE}>
                <DialogueText line={line} />
              </li>
            ))}
          </ul>
          {counts.n > 0 && (
            <>
              <h3 className="mt-3 text-[13px] font-semibold">{t('questions')}</h3>
              <QuestionCounts counts={counts} />
              <ul className="mt-1">
                {questions.map((line) => (
                  <li key={line.question} className={LINE}>
                    <QuestionText line={line} />
                  </li>
                ))}
              </ul>
              {more > 0 && <p className="mt-1 text-small text-ink2">{t('more', { more })}</p>}
            </>
          )}
        </Panel>
      )}
    </>
  );
}
