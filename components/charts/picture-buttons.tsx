'use client';
import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from '../forms/save-file.ts';
import { FigureFiles } from './figure-files.tsx';
import { type PictureHead, pictureOf, pixelsOf } from './picture-file.ts';
import { SMALL_ACT } from './small-act.ts';

type PictureButtonsProps = {
  /** What holds the drawn chart. */
  chart: RefObject<HTMLElement | null>;
  head: PictureHead;
  /** Of the file, without its ending. */
  name: string;
  /** What gives the figures, behind `/api/v1`. */
  data: string;
};

const PICTURES = ['svg', 'png'] as const;

/** Saves a chart as a picture, drawn or in pixels, and its figures as a file. */
export function PictureButtons({ chart, head, name, data }: PictureButtonsProps) {
  const t = useTranslations('compare');
  const [failed, setFailed] = useState(false);
  const save = async (kind: (typeof PICTURES)[number]): Promise<void> => {
    try {
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
      {PICTURES.map((kind) => (
        <button key={kind} type="button" onClick={() => void save(kind)} className={SMALL_ACT}>
          {t(kind)}
        </button>
      ))}
      <span role="status" className="text-missed empty:hidden">
        {failed && t('pictureFailed')}
      </span>
      <FigureFiles data={data} />
    </div>
  );
}
