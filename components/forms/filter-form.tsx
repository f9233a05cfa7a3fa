'use client';
import type { ReactNode } from 'react';
import { Form } from './form.tsx';
import { type FormValues, formValues } from './form-values.ts';

/** Filters are refused by the list that they ask for, never by themselves. */
const UNTOUCHED = { busy: false, refusal: null, faults: new Map<string, string>(), unplaced: [] };

type FilterFormProps = {
  label: string;
  className?: string;
  onApply: (values: FormValues) => void;
  children: ReactNode;
};

/**
 * Filters that are applied together. Give it the address as its key: back, forward and a link then all show what is
 * listed.
 */
export function FilterForm({ label, className, onApply, children }: FilterFormProps) {
  return (
    <Form
      form={{
        ...UNTOUCHED,
        ref: { current: null },
        submit: (event) => {
          event.preventDefault();
          onApply(formValues(event.currentTarget));
        },
      }}
      label={label}
      className={className}
    >
      {children}
    </Form>
  );
}
