'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LinkMade } from '../../lib/wire/access/administration.ts';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { ActionLink } from './action-link.tsx';
import { PageHead } from './page-head.tsx';
import { PersonFields, personOf } from './person-fields.tsx';
import { RoleFields, roleOf } from './role-fields.tsx';
import { SecretOnce } from './secret-once.tsx';
import { UpLink } from './up-link.tsx';
import { useInstant } from './use-days.ts';

/** Adds somebody with a first role and shows the invitation, this once. */
export function NewPerson() {
  const t = useTranslations('admin.people');
  const instant = useInstant();
  const [made, setMade] = useState<LinkMade | null>(null);
  const form = useForm<LinkMade>({
    path: '/admin/people',
    body: (values) => ({ ...personOf(values), ...roleOf(values) }),
    onDone: setMade,
  });
  return (
    <>
      <PageHead
        above={<UpLink href="/admin/people">{t('title')}</UpLink>}
        title={t('add')}
        about={t('addAbout')}
      />
      {made ? (
        <SecretOnce
          title={t('invited')}
          reason={t('invitedReason', { until: instant(made.expiresAt) })}
          secret={made.link}
        >
          <p className="mt-3">
            <ActionLink href={`/admin/people/${encodeURIComponent(made.person)}`}>{t('toPerson')}</ActionLink>
          </p>
        </SecretOnce>
      ) : (
        <section className="max-w-3xl rounded-panel border border-line bg-panel px-4 py-4">
          <Form form={form} label={t('add')} className="grid gap-4 sm:grid-cols-2">
            <PersonFields />
            <span className="max-sm:hidden" />
            <RoleFields />
            <div className="sm:col-span-2">
              <SubmitButton>{t('invite')}</SubmitButton>
            </div>
          </Form>
        </section>
      )}
    </>
  );
}
