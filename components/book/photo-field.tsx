'use client';
import { type ChangeEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FieldFrame } from '../forms/field-frame.tsx';
import { FileInput } from '../forms/file-input.tsx';
import { smallPhoto } from './small-photo.ts';

type PhotoFieldProps = {
  onPhoto: (base64: string | undefined) => void;
  /** Of what it is, where that is no written page. */
  label?: string;
  hint?: string;
};

/** A photo, such as one of a written page, made small in the browser before it is sent; the server draws it anew. */
export function PhotoField({ onPhoto, label, hint }: PhotoFieldProps) {
  const t = useTranslations('book');
  const [state, setState] = useState<'photoReading' | 'photoReady' | 'photoBad' | null>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    onPhoto(undefined);
    setState(file ? 'photoReading' : null);
    if (!file) return;
    const photo = await smallPhoto(file);
    onPhoto(photo ?? undefined);
    setState(photo === null ? 'photoBad' : 'photoReady');
  };
  return (
    <div>
      <FieldFrame name="photo" label={label ?? t('photo')} hint={hint ?? t('photoHint')} optional>
        {(control) => <FileInput {...control} accept="image/*" onChange={(event) => void choose(event)} />}
      </FieldFrame>
      <p
        role="status"
        className={`text-small not-empty:mt-1 ${state === 'photoBad' ? 'font-semibold text-missed' : 'text-ink2'}`}
      >
        {state && t(state)}
      </p>
    </div>
  );
}
