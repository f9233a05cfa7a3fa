'use client';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../forms/field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';

type DatedFootProps = {
  fromDayHint?: string;
  sourceHint: string;
  /** What else the field of the source is given. */
  source?: Pick<ComponentProps<typeof Field>, 'autoComplete' | 'defaultValue'>;
};

/** How the form of a setting ends: from which day it holds, by what document, and saving. */
export function DatedFoot({ fromDayHint, sourceHint, source }: DatedFootProps) {
  const admin = useTranslations('admin');
  const hours = useTranslations('admin.hours');
  return (
    <>
      <Field name="effectiveFrom" type="date" label={hours('fromDay')} hint={fromDayHint} />
      <Field name="source" label={admin('source')} hint={sourceHint} {...source} />
      <div className="sm:col-span-2">
        <SubmitButton>{admin('save')}</SubmitButton>
      </div>
    </>
  );
}
