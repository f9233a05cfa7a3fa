'use client';
import type { ComponentProps } from 'react';
import { CONTROL_LOOK } from './control-look.ts';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

type SelectFieldProps = FieldFrameProps & Omit<ComponentProps<'select'>, 'id' | 'name' | 'required'>;

/** One of several; its options are the children. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, pointer, optional, className = '', ...rest } = props;
  return (
    <FieldFrame name={name} label={label} hint={hint} pointer={pointer} optional={optional}>
      {(control) => <select {...control} {...rest} className={`${CONTROL_LOOK} ${className}`} />}
    </FieldFrame>
  );
}
