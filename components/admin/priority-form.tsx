'use client';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import type { PriorityAnswer } from '../../lib/wire/access/priority.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { DatedFoot } from './dated-foot.tsx';
import { typedNumber } from './typed-number.ts';

type Groups = PriorityAnswer['now']['groups'];

/** One group a line: code; name; English name. */
const written = (groups: Groups): string =>
  groups.map(({ group, name, nameEn }) => `${group}; ${name}; ${nameEn}`).join('\n');
const typed = (text: string): Partial<Groups[number]>[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [group, name, nameEn] = line.split(';').map((part) => part.trim());
      return { group, name, nameEn };
    });

/** Sets who goes first in an area, and how often, from a day on. */
export function PriorityForm({
  area,
  now,
  onDone,
}: {
  area: string;
  now: PriorityAnswer['now'];
  onDone: () => void;
}) {
  const t = useTranslations('admin.priority');
  const admin = useTranslations('admin');
  const form = useForm<Defined>({
    path: '/admin/priority',
    body: (values) => ({
      area,
      groups: typed(values.text('groups')),
      every: typedNumber(values.text('every')),
      effectiveFrom: values.optional('effectiveFrom'),
      source: values.optional('source'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('set')} className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextAreaField
          name="groups"
          label={t('groups')}
          hint={t('groupsHint')}
          rows={6}
          defaultValue={written(now.groups)}
          spellCheck={false}
        />
      </div>
      <Field
        name="every"
        label={t('everyLabel')}
        hint={t('everyHint')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={now.every}
      />
      <DatedFoot sourceHint={admin('sourceHint')} />
    </Form>
  );
}
