import type { ReactNode } from 'react';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import type { FormState } from '../forms/use-form.ts';

type LetterFormProps = {
  form: FormState;
  label: string;
  /** What is about this one letter. */
  letter: ReactNode;
  /** What the unit writes on all of them. */
  office: ReactNode;
  /** The word on the button. */
  submit: string;
};

/** A letter to be written: side by side where there is room, this letter first. */
export const LetterForm = ({ form, label, letter, office, submit }: LetterFormProps) => (
  <Form
    form={form}
    label={label}
    className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]"
  >
    <div className="grid min-w-0 grid-cols-1 gap-3">{letter}</div>
    <div className="grid min-w-0 grid-cols-1 gap-3">
      {office}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </div>
  </Form>
);
