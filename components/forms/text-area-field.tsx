'use client';
import type { ComponentProps } from 'react';
import { CONTROL_LOOK } from './control-look.ts';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

type TextAreaFieldProps = FieldFrameProps & Omit<ComponentProps<'textarea'>, 'id' | 'name' | 'required'>;

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, hint, pointer, optional, className = '', ...rest } = props;
  return (
    <FieldFrame name={name} label={label} hint={hint} pointer={pointer} optional={optional}>
      {(control) => <textarea {...control} {...rest} className={`${CONTROL_LOOK} ${className}`} />}
    </FieldFrame>
  );
}
