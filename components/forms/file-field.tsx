'use client';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import { FileInput } from './file-input.tsx';

/** A file from the reader's machine. */
export function FileField({ accept, ...frame }: FieldFrameProps & { accept: string }) {
  return <FieldFrame {...frame}>{(control) => <FileInput {...control} accept={accept} />}</FieldFrame>;
}
