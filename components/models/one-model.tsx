'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { ModelAnswer } from '../../lib/wire/model-reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useApi } from '../forms/use-api.ts';
import { useForm } from '../forms/use-form.ts';
import { useBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { ModelUnitPanel } from './model-unit-panel.tsx';

type OneModelProps = { model: string; onChanged: () => void };

/** A model with the chart of every unit that tries it, and the way to further units. */
export function OneModel({ model, onChanged }: OneModelProps) {
  const code = useBoard((board) => board.header.code);
  const [state, reload] = useApi<ModelAnswer>(`/areas/${encodeURIComponent(code)}/models/${model}`);
  const done = (): void => {
    reload();
    onChanged();
  };
  return (
    <Loaded state={state} reload={reload}>
      {(answer) => (
        <div className="mt-3 grid gap-3">
          {answer.units.map((unit) => (
            <ModelUnitPanel key={unit.unit} unit={unit} model={answer} onChanged={done} />
          ))}
          {answer.spreadTo.length > 0 && <SpreadForm answer={answer} onDone={done} />}
        </div>
      )}
    </Loaded>
  );
}

function SpreadForm({ answer, onDone }: { answer: ModelAnswer; onDone: () => void }) {
  const t = useTranslations('models');
  const format = useFormat();
  const today = useBoard((board) => board.header.day);
  const [unit, setUnit] = useState(answer.spreadTo[0]?.unit ?? '');
  const form = useForm({
    path: `/areas/${encodeURIComponent(unit)}/models/${answer.model}/adopt`,
    body: (values) => ({ startDay: values.text('startDay') }),
    onDone,
  });
  return (
    <Form form={form} label={t('spread')} className="flex flex-wrap items-end gap-3">
      <SelectField
        name="unit"
        label={t('spreadTo')}
        value={unit}
        onChange={(event) => setUnit(event.currentTarget.value)}
      >
        {answer.spreadTo.map((one) => (
          <option key={one.unit} value={one.unit}>
            {localName(format.locale, one)}
          </option>
        ))}
      </SelectField>
      <Field
        name="startDay"
        label={t('startDay')}
        type="date"
        min={answer.startDay}
        max={today}
        defaultValue={today}
      />
      <SubmitButton>{t('spread')}</SubmitButton>
    </Form>
  );
}
