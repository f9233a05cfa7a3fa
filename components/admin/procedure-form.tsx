'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Limit } from '../../lib/domain/calendar/due.ts';
import type { Defined, Settings } from '../../lib/wire/access/administration.ts';
import type { Procedures } from '../../lib/wire/access/calendar.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { DatedFoot } from './dated-foot.tsx';
import { typedNumber } from './typed-number.ts';
import { clockTime } from './week-plan.ts';

type ProcedureFormProps = {
  area: string;
  services: Settings['services'];
  /** What holds now, for a change; null: a new one. */
  held: Procedures[number] | null;
  onDone: () => void;
};

const KINDS = ['days', 'hours', 'sameDay'] as const;

/** One paper a line; none is not the same as an empty list. */
function papersOf(text: string): string[] | undefined {
  const papers = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return papers.length > 0 ? papers : undefined;
}

/** What was typed, for the server to judge. */
function limitOf(kind: Limit['kind'], values: FormValues): object {
  if (kind !== 'sameDay') return { kind, [kind]: typedNumber(values.text(kind)) };
  const cutOff = values.optional('cutOff');
  return { kind, cutOff: cutOff && clockTime(cutOff) };
}

/** Adds a procedure, or changes one by its code, from a day on. */
export function ProcedureForm({ area, services, held, onDone }: ProcedureFormProps) {
  const t = useTranslations('calendar.procedures');
  const admin = useTranslations('admin');
  const sectorsId = useId();
  const [kind, setKind] = useState<Limit['kind']>(held?.limit.kind ?? 'days');
  const form = useForm<Defined>({
    path: '/admin/procedures',
    body: (values) => ({
      area,
      procedure: values.optional('procedure'),
      name: values.optional('name'),
      nameEn: values.optional('nameEn'),
      sector: values.optional('sector'),
      limit: limitOf(kind, values),
      papers: papersOf(values.text('papers')),
      fee: values.optional('fee'),
      effectiveFrom: values.optional('effectiveFrom'),
      source: values.optional('source'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={held ? t('change') : t('add')} className="grid gap-4 sm:grid-cols-2">
      <Field
        name="procedure"
        label={t('code')}
        hint={t('codeHint')}
        defaultValue={held?.procedure}
        autoComplete="off"
        spellCheck={false}
      />
      <Field
        name="sector"
        label={t('sector')}
        hint={t('sectorHint')}
        defaultValue={held?.sector}
        list={sectorsId}
        autoComplete="off"
      />
      <datalist id={sectorsId}>
        {services.map(({ service, name }) => (
          <option key={service} value={service}>
            {name}
          </option>
        ))}
      </datalist>
      <Field name="name" label={admin('name')} defaultValue={held?.name} autoComplete="off" />
      <Field name="nameEn" label={admin('nameEn')} defaultValue={held?.nameEn} optional autoComplete="off" />
      <SelectField
        name="kind"
        label={t('limit')}
        pointer="/limit/kind"
        value={kind}
        onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'days')}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <LimitField key={kind} kind={kind} held={held?.limit ?? null} />
      <div className="sm:col-span-2">
        <TextAreaField
          name="papers"
          label={t('papers')}
          hint={t('papersHint')}
          rows={4}
          defaultValue={held?.papers?.join('\n')}
          optional
        />
      </div>
      <Field name="fee" label={t('fee')} hint={t('feeHint')} defaultValue={held?.fee} optional />
      <DatedFoot
        fromDayHint={t('fromDayHint')}
        sourceHint={t('sourceHint')}
        source={{ defaultValue: held?.source }}
      />
    </Form>
  );
}

function LimitField({ kind, held }: { kind: Limit['kind']; held: Limit | null }) {
  const t = useTranslations('calendar.procedures');
  switch (kind) {
    case 'days':
      return (
        <Field
          name="days"
          label={t('days')}
          hint={t('daysHint')}
          pointer="/limit/days"
          defaultValue={held?.kind === 'days' ? held.days : undefined}
          inputMode="numeric"
        />
      );
    case 'hours':
      return (
        <Field
          name="hours"
          label={t('hours')}
          hint={t('hoursHint')}
          pointer="/limit/hours"
          defaultValue={held?.kind === 'hours' ? held.hours : undefined}
          inputMode="decimal"
        />
      );
    case 'sameDay':
      return (
        <Field
          name="cutOff"
          label={t('cutOff')}
          hint={t('cutOffHint')}
          pointer="/limit/cutOff"
          defaultValue={held?.kind === 'sameDay' ? held.cutOff : undefined}
          placeholder="15:00"
          inputMode="numeric"
        />
      );
  }
}
