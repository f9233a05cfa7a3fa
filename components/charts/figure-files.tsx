'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EXPORT_FORMATS, type ExportFormat } from '../../lib/wire/export-format.ts';
import { OffPast } from '../ui/in-past.tsx';
import { SMALL_ACT } from './small-act.ts';

type FigureFilesProps = {
  /** What gives the figures, behind `/api/v1`. */
  data: string;
  className?: string;
};

/** Saves the figures of a picture as a file; not of a past picture, whose figures the API gives as known now. */
export function FigureFiles({ data, className = '' }: FigureFilesProps) {
  const t = useTranslations('charts');
  const [failed, setFailed] = useState(false);
  const save = async (format: ExportFormat): Promise<void> => {
    try {
      const { saveExport } = await import('../forms/save-export.ts');
      setFailed((await saveExport(data, nameOf(data), format)) !== null);
    } catch {
      // Whatever the cause, what helps is to try again; the page shows the same figures.
      setFailed(true);
    }
  };
  return (
    <OffPast>
      <span className={`flex flex-wrap items-center gap-x-4 gap-y-1 text-small ${className}`}>
        {EXPORT_FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => void save(format)} className={SMALL_ACT}>
            {t(format)}
          </button>
        ))}
        <span role="status" className="text-missed empty:hidden">
          {failed && t('fileFailed')}
        </span>
      </span>
    </OffPast>
  );
}

/** Of the file: the question, its place and its days. */
function nameOf(data: string): string {
  const { pathname, searchParams } = new URL(data, 'http://figures');
  const asked = ['metric', 'from', 'to'].map((name) => searchParams.get(name));
  return [pathname.split('/').at(-1), pathname.split('/').at(-2), ...asked].filter(Boolean).join('-');
}
