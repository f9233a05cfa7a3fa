'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { formsOn } from '../../lib/domain/inspection/discipline.ts';
import type { InspectionAct } from '../../lib/domain/inspection/inspection-rights.ts';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { ActForm } from '../forms/act-form.tsx';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { FindingForm } from './finding-form.tsx';
import { inspectionApiPath } from './inspections-path.ts';
import { useInspectionWords } from './use-inspection-words.ts';

export type ActFormProps = {
  inspection: InspectionAnswer;
  onDone: (inspection: InspectionAnswer) => void;
};

type Shape = ActFormProps & {
  name: string;
  label: string;
  body: (values: FormValues) => object;
  children: ReactNode;
};

function Act({ inspection: { unit, inspection }, name, ...form }: Shape) {
  return <ActForm {...form} path={`${inspectionApiPath(unit, inspection)}/${name}`} />;
}

/** Which finding; `open`: only those that are not remedied. */
function FindingField({ inspection, open }: { inspection: InspectionAnswer; open: boolean }) {
  const t = useTranslations('inspections');
  const shown = inspection.found.filter(({ remediedAt }) => !open || remediedAt === null);
  return (
    <SelectField name="finding" label={t('aboutFinding')}>
      {!open && <option value="">{t('whole')}</option>}
      {shown.map(({ finding, text }) => (
        <option key={finding} value={finding}>
          {`${inspection.found.findIndex((one) => one.finding === finding) + 1}. ${text ?? finding}`}
        </option>
      ))}
    </SelectField>
  );
}

function ExplainForm(props: ActFormProps) {
  const t = useTranslations('inspections');
  return (
    <Act
      {...props}
      name="explain"
      label={t('act.explain')}
      body={(values) => ({ text: values.text('text'), finding: values.optional('finding') })}
    >
      <FindingField inspection={props.inspection} open={false} />
      <TextAreaField name="text" label={t('explanation')} rows={4} />
    </Act>
  );
}

function RemedyForm(props: ActFormProps) {
  const t = useTranslations('inspections');
  return (
    <Act
      {...props}
      name="remedied"
      label={t('act.remedy')}
      body={(values) => ({ finding: values.text('finding'), text: values.optional('text') })}
    >
      <FindingField inspection={props.inspection} open />
      <TextAreaField name="text" label={t('remedyText')} rows={3} optional />
    </Act>
  );
}

function SignForm(props: ActFormProps) {
  const t = useTranslations('inspections');
  const { today } = useInspectionWords(props.inspection.unit);
  const titles = [t('teamHead'), t('unitHead')];
  return (
    <Act
      {...props}
      name="minutes"
      label={t('act.sign')}
      body={(values) => ({
        documentNo: values.text('documentNo'),
        documentDay: values.text('documentDay'),
        signatories: titles.map((_, index) => ({
          title: values.text(`title${index}`),
          name: values.optional(`name${index}`),
        })),
        text: values.optional('text'),
      })}
    >
      <Field name="documentNo" label={t('documentNo')} />
      <Field name="documentDay" type="date" label={t('documentDay')} defaultValue={today()} />
      {titles.map((title, index) => (
        <div key={title} className="grid gap-4 sm:grid-cols-2">
          <Field
            name={`title${index}`}
            pointer={`/signatories/${index}/title`}
            label={t('signTitle', { n: index + 1 })}
            defaultValue={title}
          />
          <Field
            name={`name${index}`}
            pointer={`/signatories/${index}/name`}
            label={t('signName', { n: index + 1 })}
            optional
          />
        </div>
      ))}
      <TextAreaField name="text" label={t('minutesText')} rows={3} optional />
    </Act>
  );
}

function DisciplineForm(props: ActFormProps) {
  const t = useTranslations('inspections');
  const { today, formName } = useInspectionWords(props.inspection.unit);
  return (
    <Act
      {...props}
      name="discipline"
      label={t('act.discipline')}
      body={(values) => ({ form: values.text('form'), people: Number(values.text('people')) })}
    >
      <p className="text-small text-ink2">{t('disciplineWhy')}</p>
      <SelectField name="form" label={t('form')}>
        {formsOn(today()).map(({ form, source }) => (
          <option key={form} value={form}>
            {`${formName(form)} · ${source}`}
          </option>
        ))}
      </SelectField>
      <Field name="people" type="number" inputMode="numeric" min={0} label={t('people')} defaultValue="1" />
    </Act>
  );
}

/** The form of each act that has one. */
export const ACT_FORMS = {
  find: FindingForm,
  explain: ExplainForm,
  remedy: RemedyForm,
  sign: SignForm,
  discipline: DisciplineForm,
} as const satisfies Partial<Record<InspectionAct, (props: ActFormProps) => ReactNode>>;
