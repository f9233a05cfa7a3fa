'use client';
import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from '../forms/save-file.ts';
import { SMALL_ACT } from './figure-files.tsx';
import { type PictureHead, pictureOf, pixelsOf } from './picture-file.ts';

type PictureButtonsProps = {
  /** What holds the drawn chart. */
  chart: RefObject<HTMLElement | null>;
  head: PictureHead;
  /** Of the file, without its ending. */
  name: string;
};

const PICTURES = ['svg', 'png'] as const;

/** Saves a chart as a picture, drawn or in pixels. */
export function PictureButtons({ chart, head, name }: PictureButtonsProps) {
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
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {PICTURES.map((kind) => (
        <button key={kind} type="button" onClick={() => void save(kind)} className={SMALL_ACT}>
          {t(kind)}
        </button>
      ))}
      <span role="status" className="text-missed empty:hidden">
        {failed && t('pictureFailed')}
      </span>
    </span>
  );
}
