'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { FormSummary } from './form-summary.tsx';
import type { FormState } from './use-form.ts';

const FormContext = createContext<FormState | null>(null);

/** The form that a field stands in. Throws outside of one. */
export function useFormState(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field stands outside of Form');
  return form;
}

type FormProps = { form: FormState; label?: string; className?: string; children: ReactNode };

/** A form with its summary of what is wrong with it as a whole. Rules are the server's: the browser checks none. */
export function Form({ form, label, className = 'grid gap-4', children }: FormProps) {
  return (
    <FormContext value={form}>
      {/* Posts even where the page's code never arrives: what is typed here must not stand in an address. */}
      <form
        ref={form.ref}
        method="post"
        noValidate
        aria-label={label}
        aria-busy={form.busy}
        onSubmit={form.submit}
        className={className}
      >
        <FormSummary form={form} />
        {children}
      </form>
    </FormContext>
  );
}
