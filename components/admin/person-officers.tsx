'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { isUnit } from '../../lib/domain/tree.ts';
import type { PersonLine } from '../../lib/wire/access/administration.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { sendJson } from '../forms/send-json.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { AreaField } from './area-field.tsx';
import { useAreaName } from './areas-provider.tsx';
import { FormOpener } from './form-opener.tsx';

type OfficerLink = PersonLine['officers'][number];
type PersonOfficersProps = { person: PersonLine; onChange: () => void };

/** The officer codes that are somebody's. No figures: those are for that person and the head alone. */
export function PersonOfficers({ person, onChange }: PersonOfficersProps) {
  const t = useTranslations('officer');
  const nameOf = useAreaName();
  const language = useLocale();
  const [ending, setEnding] = useState<OfficerLink | null>(null);
  const end = async ({ link }: OfficerLink) => {
    const sent = await sendJson('DELETE', `/admin/officers/${encodeURIComponent(link)}`, undefined, {
      language,
    });
    if (sent.ok) onChange();
    return sent;
  };
  return (
    <Panel title={t('admin')}>
      <p className="mt-0.5 text-small text-ink2">{t('adminAbout')}</p>
      {person.officers.length === 0 && <p className="mt-1 text-ink2">{t('adminNone')}</p>}
      <ul className="mt-1">
        {person.officers.map((one) => (
          <li
            key={one.link}
            className="flex items-center justify-between gap-4 border-b border-grid py-2 last:border-0"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <b className="font-semibold">{one.officer}</b> · {nameOf(one.area)}
            </span>
            <Button onClick={() => setEnding(one)}>{t('unlink')}</Button>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <FormOpener label={t('link')} onSaved={onChange}>
          {(done) => <LinkForm person={person.person} onDone={done} />}
        </FormOpener>
      </div>
      {ending && (
        <Confirm
          title={t('unlinkTitle', { officer: ending.officer, name: person.name })}
          action={t('unlink')}
          onConfirm={() => end(ending)}
          onClose={() => setEnding(null)}
        >
          {t('unlinkReason')}
        </Confirm>
      )}
    </Panel>
  );
}

function LinkForm({ person, onDone }: { person: string; onDone: () => void }) {
  const t = useTranslations('officer');
  const form = useForm({
    path: `/admin/people/${encodeURIComponent(person)}/officers`,
    body: (values) => ({ area: values.optional('area'), officer: values.optional('officer') }),
    onDone,
  });
  return (
    <Form form={form} label={t('link')} className="grid gap-4 sm:grid-cols-2">
      <AreaField name="area" label={t('unit')} fits={isUnit} />
      <Field name="officer" label={t('officerCode')} autoComplete="off" spellCheck={false} />
      <div className="sm:col-span-2">
        <SubmitButton>{t('link')}</SubmitButton>
      </div>
    </Form>
  );
}
