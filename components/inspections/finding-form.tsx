'use client';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SEVERITIES } from '../../lib/domain/inspection/words.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { ChecklistsAnswer, InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { PhotoField } from '../book/photo-field.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useApi } from '../forms/use-api.ts';
import { useForm } from '../forms/use-form.ts';
import { inspectionApiPath } from './inspections-path.ts';
import { useInspectionWords } from './use-inspection-words.ts';

/** Days that a unit has for a remedy unless the inspector says otherwise. */
const USUAL_DAYS = 3;

type FindingFormProps = {
  inspection: InspectionAnswer;
  onDone: (inspection: InspectionAnswer) => void;
};

/** What an inspector found: a line of the checklist puts the words there. */
export function FindingForm({ inspection: { unit, inspection }, onDone }: FindingFormProps) {
  const t = useTranslations('inspections');
  const vi = useLocale() === 'vi';
  const { today } = useInspectionWords(unit);
  const [state] = useApi<ChecklistsAnswer>(`/areas/${encodeURIComponent(unit)}/checklists`);
  const lists = state.kind === 'ready' ? state.value.checklists : [];
  const [line, setLine] = useState('');
  const [text, setText] = useState('');
  const photo = useRef<string>(undefined);
  const lines = lists.flatMap(({ checklist, items }) =>
    items.map((item) => ({
      key: `${checklist} ${item.item}`,
      checklist,
      item: item.item,
      text: vi ? item.text : (item.textEn ?? item.text),
    })),
  );
  const chosen = lines.find(({ key }) => key === line);
  const choose = (key: string): void => {
    setLine(key);
    const found = lines.find((one) => one.key === key);
    if (found) setText(t('notMet', { text: found.text }));
  };
  const form = useForm<InspectionAnswer>({
    path: `${inspectionApiPath(unit, inspection)}/findings`,
    body: (values) => ({
      text: values.text('text'),
      severity: values.text('severity'),
      checklist: chosen?.checklist,
      item: chosen?.item,
      dueDay: values.optional('dueDay'),
      photo: photo.current,
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('act.find')}>
      <SelectField
        name="line"
        label={t('checklist')}
        value={line}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t('checklistOther')}</option>
        {lists.map(({ checklist, name, nameEn }) => (
          <optgroup key={checklist} label={vi ? name : (nameEn ?? name)}>
            {lines
              .filter((one) => one.checklist === checklist)
              .map((one) => (
                <option key={one.key} value={one.key}>
                  {one.text}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      <TextAreaField
        name="text"
        label={t('findingText')}
        rows={3}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <SelectField name="severity" label={t('severity')} defaultValue="minor">
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {t(`severities.${severity}`)}
          </option>
        ))}
      </SelectField>
      <Field
        name="dueDay"
        type="date"
        label={t('dueDay')}
        defaultValue={addDays(today(), USUAL_DAYS)}
        optional
      />
      <PhotoField
        label={t('photo')}
        hint={t('photoHint')}
        onPhoto={(base64) => {
          photo.current = base64;
        }}
      />
      <div>
        <SubmitButton>{t('act.find')}</SubmitButton>
      </div>
    </Form>
  );
}
