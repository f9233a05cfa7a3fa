'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { INSPECTION_LEVELS } from '../../lib/domain/inspection/words.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { useAreaName, useAreas } from '../admin/areas-provider.tsx';
import { useMayIn } from '../apology/use-may-in.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Panel } from '../ui/panel.tsx';
import { inspectionApiPath } from './inspections-path.ts';

/** Opens an inspection where the inspector stands, or plans one. */
export function BeginForm({ area, onDone }: { area: string; onDone: (begun: InspectionAnswer) => void }) {
  const t = useTranslations('inspections');
  const { list } = useAreas();
  const nameOf = useAreaName();
  const mayIn = useMayIn('inspections.write');
  const units = list.filter((one) => isUnit(one) && !one.validTo && mayIn(one.code));
  const first = units.find(({ code }) => code === area) ?? units[0];
  const [unit, setUnit] = useState(first?.code ?? '');
  const [planned, setPlanned] = useState(false);
  const form = useForm<InspectionAnswer>({
    path: inspectionApiPath(unit || (first?.code ?? '')),
    body: (values) => ({
      level: values.text('level'),
      team: values.optional('team'),
      plannedDay: planned ? values.text('plannedDay') : undefined,
    }),
    onDone,
  });
  return (
    <Panel title={t('beginTitle')} className="mt-3">
      <p className="mt-0.5 text-small text-ink2">{t('beginWhy')}</p>
      <div className="mt-3 max-w-xl">
        <Form form={form} label={t('beginTitle')}>
          <SelectField
            name="unit"
            label={t('unit')}
            value={unit || first?.code}
            onChange={({ target }) => setUnit(target.value)}
          >
            {units.map(({ code }) => (
              <option key={code} value={code}>
                {nameOf(code)}
              </option>
            ))}
          </SelectField>
          <SelectField name="level" label={t('level')} defaultValue="city">
            {INSPECTION_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(`levels.${level}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="when"
            label={t('when')}
            value={planned ? 'planned' : 'now'}
            onChange={({ target }) => setPlanned(target.value === 'planned')}
          >
            <option value="now">{t('now')}</option>
            <option value="planned">{t('planned')}</option>
          </SelectField>
          {planned && <Field name="plannedDay" type="date" label={t('plannedDay')} />}
          <Field name="team" label={t('team')} hint={t('teamHint')} optional />
          <div>
            <SubmitButton>{planned ? t('beginPlan') : t('beginNow')}</SubmitButton>
          </div>
        </Form>
      </div>
    </Panel>
  );
}
