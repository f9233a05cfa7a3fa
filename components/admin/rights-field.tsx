'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useFormState } from '../forms/form.tsx';
import { useRuleText } from '../forms/use-rule-text.ts';

const RIGHTS = ['write', 'read', 'import'] as const;

/** What a key may: boxes, of which at least one is ticked. */
export function RightsField() {
  const t = useTranslations('admin.keys');
  const ruleText = useRuleText();
  const { faults } = useFormState();
  const id = useId();
  const rule = faults.get('/rights');
  return (
    <fieldset
      data-pointer="/rights"
      tabIndex={-1}
      aria-invalid={rule !== undefined}
      aria-describedby={rule === undefined ? undefined : id}
      className="outline-none"
    >
      <legend className="text-[13px] font-semibold">{t('rights')}</legend>
      {RIGHTS.map((right) => (
        <label key={right} className="mt-1.5 flex items-start gap-2.5 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            name="rights"
            value={right}
            defaultChecked={right === 'write'}
            className="mt-0.5 size-4 accent-brand"
          />
          <span>
            {t(`right.${right}`)}
            <span className="block text-small text-ink2">{t(`rightHint.${right}`)}</span>
          </span>
        </label>
      ))}
      {rule !== undefined && (
        <p id={id} className="mt-1 text-small font-semibold text-missed">
          {rule === 'too_small' ? t('noRight') : ruleText(rule)}
        </p>
      )}
    </fieldset>
  );
}
