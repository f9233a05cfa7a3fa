'use client';
import { useTranslations } from 'use-intl';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import type { MeetingsAnswer } from '../../lib/wire/meeting-reads.ts';
import { FormOpener } from '../admin/form-opener.tsx';
import { ActForm } from '../forms/act-form.tsx';
import { Field } from '../forms/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReceptionForm } from './reception-form.tsx';
import { ReceptionText } from './reception-text.tsx';

type ReceptionsPanelProps = { area: string; told: MeetingsAnswer; isUnit: boolean; onSaved: () => void };

/** When leaders receive citizens: the area's own, then those above it. */
export function ReceptionsPanel({ area, told, isUnit, onSaved }: ReceptionsPanelProps) {
  const t = useTranslations('meetings');
  const { receptions, mayKeep, today } = told;
  return (
    <Panel title={t('receptions')}>
      {receptions.length === 0 && <p className="mt-1 text-ink2">{t('receptionsNone')}</p>}
      <ul className="mt-1">
        {receptions.map((line) => (
          <li
            key={line.reception}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-grid py-2 last:border-0"
          >
            <div className="min-w-0 grow basis-80">
              <ReceptionText line={line} />
              <p className="text-small text-ink2 [overflow-wrap:anywhere]">{line.source}</p>
            </div>
            {mayKeep && line.from === null && line.lastDay === null && (
              <FormOpener label={t('end')} about={line.leader} onSaved={onSaved}>
                {(done) => (
                  <ActForm<Defined>
                    path={`/areas/${encodeURIComponent(area)}/receptions/${encodeURIComponent(line.reception)}/end`}
                    label={t('end')}
                    body={(values) => ({ lastDay: values.optional('lastDay') })}
                    onDone={done}
                  >
                    <Field
                      name="lastDay"
                      type="date"
                      label={t('lastDay')}
                      hint={t('lastDayHint')}
                      min={addDays(today, -1)}
                      defaultValue={today}
                    />
                  </ActForm>
                )}
              </FormOpener>
            )}
          </li>
        ))}
      </ul>
      {mayKeep && (
        <div className="mt-3 grid gap-2">
          {isUnit && <p className="max-w-2xl text-small text-ink2">{t('hint')}</p>}
          <FormOpener label={t('set')} onSaved={onSaved}>
            {(done) => <ReceptionForm area={area} today={today} onDone={done} />}
          </FormOpener>
        </div>
      )}
    </Panel>
  );
}
