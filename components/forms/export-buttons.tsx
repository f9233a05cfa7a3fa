'use client';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { EXPORT_FORMATS, type ExportFormat, type ExportProgress } from '../../lib/wire/export-format.ts';
import { Button } from '../ui/button.tsx';
import { RefusalText } from './refusal-text.tsx';
import { saveExport } from './save-export.ts';
import { type Refusal, UNREACHABLE } from './send-json.ts';

type ExportButtonsProps = {
  /** What follows `/api/v1`. */
  path: string;
  /** Of the file, without its ending. */
  name: string;
};

/** Saves the whole of a list as a file, says how far it is, and can be stopped. */
export function ExportButtons({ path, name }: ExportButtonsProps) {
  const t = useTranslations('forms');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const stop = useRef<AbortController>(null);
  const save = async (format: ExportFormat): Promise<void> => {
    const stopping = new AbortController();
    const { signal } = stopping;
    stop.current = stopping;
    setRefusal(null);
    setProgress({ rows: 0, of: null });
    try {
      setRefusal(await saveExport(path, name, format, { signal, onProgress: setProgress }));
    } catch {
      if (!signal.aborted) setRefusal(UNREACHABLE);
    }
    setProgress(null);
  };
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <span role="status" className="text-small text-ink2 empty:-mr-2">
        {refusal && (
          <span className="text-missed">
            {refusal.code === 'unreachable' ? t('csvFailed') : <RefusalText refusal={refusal} />}
          </span>
        )}
        {progress &&
          t('exportRows', { rows: progress.rows, of: progress.of ?? 0, known: String(progress.of !== null) })}
      </span>
      {progress ? (
        <Button onClick={() => stop.current?.abort()}>{t('exportStop')}</Button>
      ) : (
        EXPORT_FORMATS.map((format) => (
          <Button key={format} onClick={() => void save(format)}>
            {t(format)}
          </Button>
        ))
      )}
    </span>
  );
}
