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
import { useAreas } from './areas-provider.tsx';
import { PageHead } from './page-head.tsx';
import { UpLink } from './up-link.tsx';

const EXAMPLE =
  'code,parent,kind,name,label\nan-binh,,city,Thành phố An Bình,\nluu-ha,an-binh,ward,Lưu Hà,Phường';

type Said = { answer: CsvAnswer; dryRun: boolean };

/** Pastes a file of areas: tried first, which names every bad line, then stored. Anything typed after a trial is tried anew. */
export function CsvImport() {
  const t = useTranslations('admin.csv');
  const admin = useTranslations('admin');
  const { reload } = useAreas();
  const [said, setSaid] = useState<Said | null>(null);
  const tried = said?.dryRun === true;
  const form = useForm<CsvAnswer>({
    path: '/admin/areas/csv',
    body: (values) => ({ csv: values.text('csv'), dryRun: !tried }),
    onDone: (answer) => {
      setSaid({ answer, dryRun: !tried });
      if (tried) reload();
    },
  });
  return (
    <>
      <PageHead
        above={<UpLink href="/admin/areas">{admin('sections.areas')}</UpLink>}
        title={t('title')}
        about={t('about')}
      />
      <section className="rounded-panel border border-line bg-panel px-4 py-4">
        <Form form={form} label={t('title')}>
          <TextAreaField
            name="csv"
            label={t('file')}
            hint={t('hint')}
            rows={10}
            placeholder={EXAMPLE}
            spellCheck={false}
            wrap="off"
            onChange={() => setSaid(null)}
            className="font-mono text-[13px]"
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>{tried ? t('store') : t('try')}</SubmitButton>
            <CsvFile label={t('fromFile')} into="csv" onChosen={() => setSaid(null)} />
          </div>
        </Form>
        <div role="status">{said && <Answer {...said} />}</div>
      </section>
    </>
  );
}

function Answer({ answer: { lines, stored, unchanged, faults }, dryRun }: Said) {
  const t = useTranslations('admin.csv');
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="font-semibold">
        {dryRun ? t('would', { lines, stored, unchanged }) : t('did', { lines, stored, unchanged })}
      </p>
      {faults.length === 0 ? (
        <p className="text-small text-ink2">{dryRun ? t('soundTry') : t('soundStore')}</p>
      ) : (
        <>
          <p className="mt-1 font-semibold text-missed">{t('faults', { count: faults.length })}</p>
          <LineFaults faults={faults} wordOf={(line) => t('line', { line })} />
        </>
      )}
    </div>
  );
}
