'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { PersonLine } from '../../lib/wire/access/administration.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Form } from '../forms/form.tsx';
import { sendJson } from '../forms/send-json.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAreaName } from './areas-provider.tsx';
import { FormOpener } from './form-opener.tsx';
import { GrantText } from './grant-text.tsx';
import { RoleFields, roleOf } from './role-fields.tsx';

type Grant = PersonLine['grants'][number];
type PersonGrantsProps = { person: PersonLine; onChange: () => void };

/** The roles somebody holds, to be ended; another can be given. */
export function PersonGrants({ person, onChange }: PersonGrantsProps) {
  const t = useTranslations('admin.people');
  const roles = useTranslations('roles');
  const nameOf = useAreaName();
  const language = useLocale();
  const [ending, setEnding] = useState<Grant | null>(null);
  const end = async (grant: Grant) => {
    const sent = await sendJson('DELETE', `/admin/grants/${encodeURIComponent(grant.grant)}`, undefined, {
      language,
    });
    if (sent.ok) onChange();
    return sent;
  };
  return (
    <Panel title={t('roles')}>
      {person.grants.length === 0 && <p className="mt-1 text-ink2">{t('noRoleReason')}</p>}
      <ul className="mt-1">
        {person.grants.map((grant) => (
          <li
            key={grant.grant}
            className="flex items-center justify-between gap-4 border-b border-grid py-2 last:border-0"
          >
            <span>
              <GrantText grant={grant} />
            </span>
            <Button onClick={() => setEnding(grant)}>{t('end')}</Button>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <FormOpener label={t('grant')} onSaved={onChange}>
          {(done) => <GrantForm person={person.person} onDone={done} />}
        </FormOpener>
      </div>
      {ending && (
        <Confirm
          title={t('endTitle', { role: roles(ending.role), area: nameOf(ending.area), name: person.name })}
          action={t('end')}
          onConfirm={() => end(ending)}
          onClose={() => setEnding(null)}
        >
          {t('endReason')}
        </Confirm>
      )}
    </Panel>
  );
}

function GrantForm({ person, onDone }: { person: string; onDone: () => void }) {
  const t = useTranslations('admin.people');
  const form = useForm({
    path: `/admin/people/${encodeURIComponent(person)}/grants`,
    body: roleOf,
    onDone,
  });
  return (
    <Form form={form} label={t('grant')} className="grid gap-4 sm:grid-cols-2">
      <RoleFields />
      <div className="sm:col-span-2">
        <SubmitButton>{t('grant')}</SubmitButton>
      </div>
    </Form>
  );
}
