'use client';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { AdministeredPerson } from '../../lib/wire/access/administration.ts';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useApi } from '../forms/use-api.ts';
import { useForm } from '../forms/use-form.ts';
import { Notice } from '../ui/notice.tsx';
import { ActionLink } from './action-link.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { PageHead } from './page-head.tsx';
import { PersonAccess } from './person-access.tsx';
import { PersonFields, personOf } from './person-fields.tsx';
import { PersonGrants } from './person-grants.tsx';
import { PersonMarks } from './person-marks.tsx';
import { PersonOfficers } from './person-officers.tsx';
import { PersonSessions } from './person-sessions.tsx';
import { UpLink } from './up-link.tsx';

/** One person: name, roles, ways in, sessions. */
export function PersonPage() {
  const t = useTranslations('admin.people');
  const code = decodeURIComponent(useParams<{ person: string }>().person);
  const [state, reload] = useApi<{ people: AdministeredPerson[] }>('/admin/people');
  return (
    <Loaded state={state} reload={reload}>
      {({ people }) => {
        const person = people.find((one) => one.person === code);
        return person ? (
          <Known person={person} onChange={reload} />
        ) : (
          <Notice
            as="h1"
            title={t('unknownTitle')}
            reason={t('unknownReason')}
            action={<UpLink href="/admin/people">{t('title')}</UpLink>}
          />
        );
      }}
    </Loaded>
  );
}

type KnownProps = { person: AdministeredPerson; onChange: () => void };

function Known({ person, onChange }: KnownProps) {
  const t = useTranslations('admin.people');
  const audits = useMay('audit.read');
  return (
    <>
      <PageHead
        above={<UpLink href="/admin/people">{t('title')}</UpLink>}
        title={person.name}
        about={
          <>
            {[person.login, person.email].filter(Boolean).join(' · ')} <PersonMarks person={person} />
          </>
        }
        actions={
          audits && (
            <ActionLink href={`/admin/audit?person=${encodeURIComponent(person.person)}`}>
              {t('toAudit')}
            </ActionLink>
          )
        }
      />
      {!person.changeable && <Notice title={t('notYoursTitle')} reason={t('notYoursReason')} />}
      {person.changeable && (
        <FormOpener label={t('rename')} onSaved={onChange}>
          {(done) => <RenameForm person={person} onDone={done} />}
        </FormOpener>
      )}
      <PersonGrants person={person} onChange={onChange} />
      <PersonOfficers person={person} onChange={onChange} />
      {person.changeable && <PersonAccess person={person} onChange={onChange} />}
      {person.changeable && <PersonSessions person={person.person} />}
    </>
  );
}

function RenameForm({ person, onDone }: { person: AdministeredPerson; onDone: () => void }) {
  const t = useTranslations('admin.people');
  const admin = useTranslations('admin');
  const form = useForm({
    method: 'PUT',
    path: `/admin/people/${encodeURIComponent(person.person)}`,
    body: personOf,
    onDone,
  });
  return (
    <Form form={form} label={t('rename')} className="grid gap-4 sm:grid-cols-2">
      <PersonFields person={person} />
      <div className="sm:col-span-2">
        <SubmitButton>{admin('save')}</SubmitButton>
      </div>
    </Form>
  );
}
