'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { CsvAnswer } from '../../lib/wire/access/administration.ts';
import { Form } from '../forms/form.tsx';
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
      <label className="text-small text-ink2">
        {t('csvFile')}{' '}
        <input
          type="file"
          accept=".csv,text/csv"
          className="text-small pointer-coarse:min-h-11"
          onChange={async ({ target }) => {
            const area = target.form?.elements.namedItem('csv');
            const text = await target.files?.[0]?.text();
            if (text === undefined || !(area instanceof HTMLTextAreaElement)) return;
            area.value = text;
            setChecked(null);
          }}
        />
      </label>
      <div role="status">{checked && <Checked answer={checked} />}</div>
      <div>
        <SubmitButton>{sound ? t('csvStore', { count: checked.lines }) : t('csvTry')}</SubmitButton>
      </div>
    </Form>
  );
}

function Checked({ answer: { lines, faults } }: { answer: CsvAnswer }) {
  const t = useTranslations('start');
  const language = useLocale();
  if (faults.length === 0) return <p className="font-semibold text-met">{t('csvGood', { count: lines })}</p>;
  return (
    <>
      <p className="font-semibold text-missed">{t('csvBad', { count: faults.length })}</p>
      <ul className="mt-1 divide-y divide-grid text-small">
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.column} ${fault.rule}`} className="py-1.5">
            <b className="font-semibold">{t('csvLine', { line: fault.line })}</b>
            {fault.column !== null && <code className="font-mono"> {fault.column}</code>}: {fault[language]}
          </li>
        ))}
      </ul>
    </>
  );
}
