'use client';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { useFormState } from './form.tsx';
import { useRuleText } from './use-rule-text.ts';

export type FieldFrameProps = {
  name: string;
  label: ReactNode;
  /** What to know before typing. */
  hint?: ReactNode;
  /** Where the value stands in what is sent (RFC 6901); default `/<name>`. */
  pointer?: string;
  optional?: boolean;
};

/** What every control in a frame carries. */
export type ControlProps = {
  id: string;
  name: string;
  required: boolean;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  'data-pointer': string;
};

type Props = FieldFrameProps & { children: (control: ControlProps) => ReactNode };

/** Label, hint, control, and the rule that was broken, tied to each other for ears as for eyes. */
export function FieldFrame({ name, label, hint, pointer = `/${name}`, optional = false, children }: Props) {
  const t = useTranslations('forms');
  const ruleText = useRuleText();
  const { faults } = useFormState();
  const id = useId();
  const rule = faults.get(pointer);
  const described = [hint !== undefined && `${id}-hint`, rule !== undefined && `${id}-fault`].filter(Boolean);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-[13px] font-semibold">
        {label}
        {optional && <span className="font-normal text-ink2"> · {t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-0.5 text-small text-ink2">
          {hint}
        </p>
      )}
      <div className="mt-1.5">
        {children({
          id,
          name,
          required: !optional,
          'aria-invalid': rule !== undefined,
          'aria-describedby': described.join(' ') || undefined,
          'data-pointer': pointer,
        })}
      </div>
      {rule !== undefined && (
        <p id={`${id}-fault`} className="mt-1 text-small font-semibold text-missed">
          {ruleText(rule)}
        </p>
      )}
    </div>
  );
}
