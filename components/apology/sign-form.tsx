'use client';
import { useTranslations } from 'use-intl';
import type { ApologyAnswer } from '../../lib/wire/apology-acts.ts';
import { base64Of } from '../forms/base64-of.ts';
import { Field } from '../forms/field.tsx';
import { FileField } from '../forms/file-field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { dayIn } from './use-moment.ts';

/** Ten megabytes over a slow line. */
const PATIENCE_MS = 60_000;

type SignFormProps = { apology: ApologyAnswer; path: string; onDone: () => void };

/** "Xác nhận đã ký": number, day, signatory, and the signed file. */
export function SignForm({ apology: { letter, timezone }, path, onDone }: SignFormProps) {
  const t = useTranslations('apology.page.sign');
  const form = useForm({
    path: `${path}/signed`,
    patience: PATIENCE_MS,
    body: async (values) => {
      const file = values.file('file');
      return {
        documentNo: values.text('documentNo'),
        documentDate: values.optional('documentDate'),
        signatory: { name: values.text('name'), title: values.text('title') },
        signatureKind: values.text('signatureKind'),
        // What cannot be read is sent as nothing, and asked for again.
        file: file ? await base64Of(file).catch(() => '') : '',
      };
    },
    onDone,
  });
  const symbol = letter?.symbol;
  return (
    <Form form={form} label={t('title')} className="grid gap-4 sm:grid-cols-2">
      <Field
        name="documentNo"
        label={t('no')}
        placeholder={symbol ? `05/${symbol}` : t('noHint')}
        autoComplete="off"
      />
      <Field name="documentDate" type="date" label={t('day')} defaultValue={dayIn(timezone, Date.now())} />
      <Field
        name="name"
        label={t('name')}
        pointer="/signatory/name"
        defaultValue={letter?.signatory.name}
        autoComplete="off"
      />
      <Field
        name="title"
        label={t('post')}
        pointer="/signatory/title"
        defaultValue={letter?.signatory.title}
        autoComplete="off"
      />
      <SelectField name="signatureKind" label={t('kind')}>
        <option value="paper">{t('paper')}</option>
        <option value="digital">{t('digital')}</option>
      </SelectField>
      <div className="sm:col-span-2">
        <FileField
          name="file"
          label={t('file')}
          hint={t('fileHint')}
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        />
      </div>
      <div className="sm:col-span-2">
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  );
}
