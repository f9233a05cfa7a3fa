'use client';
import type { ReactNode } from 'react';
import { Form } from './form.tsx';
import type { FormValues } from './form-values.ts';
import { SubmitButton } from './submit-button.tsx';
import { useForm } from './use-form.ts';

type ActFormProps<T> = {
  /** What follows `/api/v1`. */
  path: string;
  /** What is done, in the words of the button. */
  label: string;
  body: (values: FormValues) => object;
  onDone: (answer: T) => void;
  children: ReactNode;
};

/** The form of one act: what it needs, and the button that does it. */
export function ActForm<T>({ path, label, body, onDone, children }: ActFormProps<T>) {
  const form = useForm<T>({ path, body, onDone });
  return (
    <Form form={form} label={label}>
      {children}
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </Form>
  );
}
