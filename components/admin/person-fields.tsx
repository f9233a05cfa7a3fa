'use client';
import { useTranslations } from 'use-intl';
import type { PersonLine } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';

/** What the fields below say, as the API takes it. */
export const personOf = (values: FormValues): Record<string, unknown> => ({
  name: values.optional('name'),
  login: values.optional('login'),
  email: values.optional('email'),
});

/** Name, user name and e-mail of somebody. */
export function PersonFields({ person }: { person?: Pick<PersonLine, 'name' | 'login' | 'email'> }) {
  const t = useTranslations('admin.people');
  return (
    <>
      <Field name="name" label={t('name')} autoComplete="off" defaultValue={person?.name} />
      <Field
        name="login"
        label={t('login')}
        hint={t('loginHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={person?.login}
      />
      <Field
        name="email"
        type="email"
        label={t('email')}
        optional
        autoComplete="off"
        defaultValue={person?.email ?? ''}
      />
    </>
  );
}
