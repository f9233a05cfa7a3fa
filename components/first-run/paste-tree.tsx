'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CsvAnswer } from '../../lib/wire/access/administration.ts';
import { CsvFile } from '../forms/csv-file.tsx';
import { Form } from '../forms/form.tsx';
import { LineFaults } from '../forms/line-faults.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';

const EXAMPLE = 'code,parent,kind,name\nan-binh,,city,Thành phố An Bình\nluu-ha,an-binh,ward,Phường Lưu Hà';

/** A file of areas: checked first, with every bad line named; stored when it is pressed again without a fault. */
export function PasteTree({ onDone }: { onDone: () => void }) {
  const t = useTranslations('start');
  const [checked, setChecked] = useState<CsvAnswer | null>(null);
  const sound = checked !== null && checked.faults.length === 0 && checked.lines > 0;
  const form = useForm<CsvAnswer>({
    path: '/admin/areas/csv',
    body: (values) => ({ csv: values.text('csv'), dryRun: !sound, demo: false }),
    onDone: (answer) => {
      if (sound && answer.faults.length === 0) return onDone();
      setChecked(answer);
    },
  });
  return (
    <Form form={form} label={t('paste')} className="grid gap-3">
      <TextAreaField
        name="csv"
        label={t('csv')}
        hint={t('csvHint')}
        rows={9}
        wrap="off"
        spellCheck={false}
        placeholder={EXAMPLE}
        onChange={() => setChecked(null)}
        className="font-mono text-[13px]"
      />
      <CsvFile label={t('csvFile')} into="csv" onChosen={() => setChecked(null)} />
      <div role="status">{checked && <Checked answer={checked} />}</div>
      <div>
        <SubmitButton>{sound ? t('csvStore', { count: checked.lines }) : t('csvTry')}</SubmitButton>
      </div>
    </Form>
  );
}

function Checked({ answer: { lines, faults } }: { answer: CsvAnswer }) {
  const t = useTranslations('start');
  if (faults.length === 0) return <p className="font-semibold text-met">{t('csvGood', { count: lines })}</p>;
  return (
    <>
      <p className="font-semibold text-missed">{t('csvBad', { count: faults.length })}</p>
      <LineFaults faults={faults} wordOf={(line) => t('csvLine', { line })} />
    </>
  );
}
