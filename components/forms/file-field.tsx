'use client';
import { CONTROL_LOOK } from './control-look.ts';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

/** A file from the reader's machine. */
export function FileField({ accept, ...frame }: FieldFrameProps & { accept: string }) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          className={`${CONTROL_LOOK} file:mr-3 file:rounded-md file:border file:border-line file:bg-bg file:px-2.5 file:py-1 file:text-small file:font-semibold file:text-ink`}
        />
      )}
    </FieldFrame>
  );
}
