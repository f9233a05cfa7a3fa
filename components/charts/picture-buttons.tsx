'use client';
import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { EXPORT_FORMATS, type ExportFormat } from '../../lib/wire/export-format.ts';
import { saveFile } from '../forms/save-file.ts';
import { type PictureHead, pictureOf, pixelsOf } from './picture-file.ts';

type PictureButtonsProps = {
  /** What holds the drawn chart. */
  chart: RefObject<HTMLElement | null>;
  head: PictureHead;
  /** Of the file, without its ending. */
  name: string;
  /** What gives the figures, behind `/api/v1`; null: they leave elsewhere. */
  data?: string | null;
};

const PICTURES = ['svg', 'png'] as const;
type Kind = (typeof PICTURES)[number] | ExportFormat;

/** Saves a chart as a picture, drawn or in pixels, and its figures as a file. */
export function PictureButtons({ chart, head, name, data = null }: PictureButtonsProps) {
  const t = useTranslations('compare');
  const [failed, setFailed] = useState(false);
  const kinds: readonly Kind[] = data === null ? PICTURES : [...PICTURES, ...EXPORT_FORMATS];
  const save = async (kind: Kind): Promise<void> => {
    try {
      if (kind !== 'svg' && kind !== 'png') {
        const { saveExport } = await import('../forms/save-export.ts');
        await saveExport(data ?? '', name, kind);
        setFailed(false);
        return;
      }
      const drawn = chart.current?.querySelector('svg');
      if (!drawn) throw new Error('the chart is not drawn yet');
      const picture = pictureOf(drawn, head);
      const file =
        kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await pixelsOf(picture);
      saveFile(file, `${name}.${kind}`);
      setFailed(false);
    } catch {
      // Whatever the cause, what helps is to try again; the table holds the same figures.
      setFailed(true);
    }
  };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          onClick={() => void save(kind)}
          className="rounded py-1 text-brand underline decoration-line underline-offset-3 hover:decoration-brand pointer-coarse:min-h-11"
        >
          {t(kind)}
        </button>
      ))}
      <span role="status" className="text-missed">
        {failed && t('pictureFailed')}
      </span>
    </div>
  );
}
