'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { leavesBook, SUGGESTION_KINDS } from '../../lib/domain/suggestion/kind.ts';
import type { PageAct } from '../../lib/domain/suggestion/page-rights.ts';
import type { PageAnswer } from '../../lib/wire/suggestion-reads.ts';
import { ActForm } from '../forms/act-form.tsx';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { PasswordField } from '../forms/password-field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { bookApiPath } from './book-path.ts';
import { ownTitle, rememberTitle } from './own-title.ts';

export type ActFormProps = { page: PageAnswer; onDone: (page: PageAnswer) => void };

type Shape = ActFormProps & {
  name: string;
  label: string;
  body: (values: FormValues) => Record<string, unknown>;
  children: ReactNode;
};

function Act({ page: { unit, page }, name, body, ...form }: Shape) {
  return (
    <ActForm
      {...form}
      path={`${bookApiPath(unit, page)}/${name}`}
      body={(values) => {
        const sent = body(values);
        if (typeof sent.title === 'string') rememberTitle(sent.title);
        return sent;
      }}
    />
  );
}

function TitleField() {
  const t = useTranslations('book');
  return (
    <Field
      name="title"
      label={t('yourTitle')}
      hint={t('yourTitleHint')}
      defaultValue={ownTitle()}
      autoComplete="organization-title"
    />
  );
}

function SortForm(props: ActFormProps) {
  const t = useTranslations('book');
  const { state, kind } = props.page;
  const kinds = state === 'away' ? SUGGESTION_KINDS.filter(leavesBook) : SUGGESTION_KINDS;
  return (
    <Act
      {...props}
      name="sort"
      label={t('sort')}
      body={(values) => ({ kind: values.text('kind'), body: values.optional('body') })}
    >
      <SelectField name="kind" label={t('sortKind')} hint={t('sortHint')} defaultValue={kind ?? kinds[0]}>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field name="body" label={t('sortBody')} hint={t('sortBodyHint')} optional />
    </Act>
  );
}

function SeeForm(props: ActFormProps) {
  const t = useTranslations('book');
  return (
    <Act
      {...props}
      name="seen"
      label={t('see')}
      body={(values) => ({ title: values.text('title'), password: values.text('password') })}
    >
      <p className="text-small text-ink2">{t('seeAbout')}</p>
      <TitleField />
      <PasswordField name="password" kind="current" label={t('password')} />
    </Act>
  );
}

function InstructForm(props: ActFormProps) {
  const t = useTranslations('book');
  return (
    <Act
      {...props}
      name="instruct"
      label={t('instruct')}
      body={(values) => ({
        title: values.text('title'),
        text: values.text('text'),
        owner: values.text('owner'),
        dueDay: values.text('dueDay'),
      })}
    >
      <TitleField />
      <TextAreaField name="text" label={t('instruction')} rows={3} />
      <Field name="owner" label={t('ownerLabel')} />
      <Field name="dueDay" type="date" label={t('dueLabel')} />
    </Act>
  );
}

function AnswerForm(props: ActFormProps) {
  const t = useTranslations('book');
  return (
    <Act
      {...props}
      name="answer"
      label={t('answer')}
      body={(values) => ({ title: values.text('title'), text: values.text('text') })}
    >
      <TitleField />
      <TextAreaField name="text" label={t('answerText')} rows={4} />
    </Act>
  );
}

/** The form of each act that has one. */
export const ACT_FORMS = {
  sort: SortForm,
  see: SeeForm,
  instruct: InstructForm,
  answer: AnswerForm,
} as const satisfies Partial<Record<PageAct, (props: ActFormProps) => ReactNode>>;
