'use client';
import { useTranslations } from 'use-intl';
import { CAUSES } from '../../lib/domain/apology/cause.ts';
import type { DraftAnswer, DraftedAnswer } from '../../lib/wire/apology-acts.ts';
import { useDate } from '../admin/use-days.ts';
import { clockTime } from '../admin/week-plan.ts';
import { Field } from '../forms/field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { FormPart, Wide } from './form-part.tsx';
import { LetterForm } from './letter-form.tsx';
import { OfficeFields, officeOf } from './office-fields.tsx';
import { RecipientFields, recipientOf } from './recipient-fields.tsx';

const CODES = Object.keys(CAUSES) as (keyof typeof CAUSES)[];

type LateFormProps = { known: DraftAnswer; path: string; onDone: (answer: DraftedAnswer) => 'leaving' };

/** The letter about a late dossier: why, by when now, to whom, and who signs. */
export function LateForm({ known, path, onDone }: LateFormProps) {
  const t = useTranslations('apology.page.new');
  const fields = useTranslations('apology.fields');
  const causes = useTranslations('apology.causes');
  const states = useTranslations('apology.states');
  const date = useDate();
  const { dossier } = known;
  const draft = known.draft?.kind === 'late' ? known.draft : null;
  const form = useForm<DraftedAnswer>({
    path,
    body: (values) => ({
      kind: 'late',
      dossier: dossier?.dossier,
      procedure: values.text('procedure'),
      cause: values.optional('cause'),
      causeNote: values.optional('causeNote'),
      newPromise: {
        day: values.optional('newDay'),
        time: values.optional('newTime') && clockTime(values.text('newTime')),
      },
      ...recipientOf(values),
      ...officeOf(values),
    }),
    onDone,
  });
  if (!dossier) return null;
  const settled = dossier.state === 'settled_late';
  const { day, time } = dossier.promised;
  const promised = time === null ? date(day) : `${time} ${date(day)}`;
  return (
    <LetterForm
      form={form}
      label={t('title')}
      submit={draft ? t('kept') : t('submit')}
      office={<OfficeFields letter={known.draft} start={known.start} />}
      letter={
        <>
          <FormPart title={t('why')}>
            <Wide>
              <p className="text-small text-ink2 wrap-anywhere">
                {t('fact', { dossier: dossier.dossier, received: date(dossier.receivedOn), promised })}
                {' · '}
                {states(dossier.state)}
              </p>
            </Wide>
            <Wide>
              <Field
                name="procedure"
                label={t('procedure')}
                defaultValue={draft?.procedure ?? dossier.procedure}
                autoComplete="off"
              />
            </Wide>
            <SelectField name="cause" label={fields('cause')} defaultValue={draft?.cause ?? ''}>
              <option value="" disabled hidden />
              {CODES.map((cause) => (
                <option key={cause} value={cause}>
                  {causes(cause)}
                </option>
              ))}
            </SelectField>
            <TextAreaField
              name="causeNote"
              label={t('causeNote')}
              placeholder={t('causeNoteHint')}
              defaultValue={draft?.causeNote ?? ''}
              rows={2}
              optional
            />
          </FormPart>
          <FormPart title={t('promise')}>
            <Field
              name="newDay"
              type="date"
              label={settled ? t('newDaySettled') : t('newDay')}
              pointer="/newPromise/day"
              defaultValue={draft?.newPromise.day ?? (settled ? known.today : '')}
            />
            <Field
              name="newTime"
              label={t('newTime')}
              pointer="/newPromise/time"
              placeholder={t('newTimeHint')}
              defaultValue={draft?.newPromise.time ?? ''}
              inputMode="numeric"
              optional
            />
          </FormPart>
          <RecipientFields letter={known.draft} />
        </>
      }
    />
  );
}
