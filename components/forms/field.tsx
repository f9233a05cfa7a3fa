'use client';
import type { ComponentProps } from 'react';
import { CONTROL_LOOK } from './control-look.ts';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

type FieldProps = FieldFrameProps & Omit<ComponentProps<'input'>, 'id' | 'name' | 'required'>;

/** One line of text. */
export function Field({ name, label, hint, pointer, optional, className = '', ...rest }: FieldProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint} pointer={pointer} optional={optional}>
      {(control) => <input {...control} {...rest} className={`${CONTROL_LOOK} ${className}`} />}
    </FieldFrame>
  );
}
