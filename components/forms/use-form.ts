'use client';
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useLocale } from 'use-intl';
import type { Fault } from '../../lib/wire/errors.ts';
import { type FormValues, formValues } from './form-values.ts';
import { type Method, type Refusal, type Sent, sendJson } from './send-json.ts';

/** Stay busy: the page is being left. */
export type AfterDone = 'leaving' | undefined;

export type FormOptions<T> = {
  method?: Exclude<Method, 'GET'>;
  /** What follows `/api/v1`. */
  path: string;
  /** What is sent; a promise of it where a file must be read first. */
  body: (values: FormValues) => unknown;
  /** Milliseconds to wait for the answer, where a file takes longer than words. */
  patience?: number;
  // biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to say afterwards
  onDone: (answer: T, form: HTMLFormElement) => AfterDone | void | Promise<AfterDone | void>;
};

/** What a form shows. Give it to `Form`. */
export type FormState = {
  ref: RefObject<HTMLFormElement | null>;
  busy: boolean;
  /** Why it was refused; null: it was not, or is being sent again. */
  refusal: Refusal | null;
  /** Rule by pointer, for the fields that are on the form. */
  faults: ReadonlyMap<string, string>;
  /** Faults of what is no field of this form. */
  unplaced: readonly Fault[];
  submit: (event: FormEvent<HTMLFormElement>) => void;
};

type Outcome = Pick<FormState, 'refusal' | 'faults' | 'unplaced'>;
const CLEAN: Outcome = { refusal: null, faults: new Map(), unplaced: [] };

/**
 * A form that sends JSON to our API. Fields keep what was typed; the rules that the server names come back to their
 * fields by pointer, and the first wrong one gets the focus (else the summary above the form).
 */
export function useForm<T = undefined>({
  method = 'POST',
  path,
  body,
  patience,
  onDone,
}: FormOptions<T>): FormState {
  const language = useLocale();
  const ref = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState(CLEAN);

  useEffect(() => {
    if (!outcome.refusal) return;
    const wrong = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? ref.current?.querySelector<HTMLElement>('[data-summary]'))?.focus();
  }, [outcome]);

  const send = useCallback(
    async (form: HTMLFormElement): Promise<void> => {
      setBusy(true);
      const sent: Sent<T> = await sendJson(method, path, await body(formValues(form)), {
        language,
        patience,
      });
      if (!sent.ok) {
        setOutcome(placed(form, sent.refusal));
        setBusy(false);
        return;
      }
      setOutcome(CLEAN);
      const after = await onDone(sent.value, form);
      if (after !== 'leaving') setBusy(false);
    },
    [method, path, body, patience, onDone, language],
  );

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!busy) void send(event.currentTarget);
  };
  return { ref, busy, ...outcome, submit };
}

function placed(form: HTMLFormElement, refusal: Refusal): Outcome {
  const fields = new Set([...form.querySelectorAll<HTMLElement>('[data-pointer]')].map(pointerOf));
  const faults = new Map<string, string>();
  const unplaced: Fault[] = [];
  for (const fault of refusal.faults) {
    const field = fieldOf(fault.pointer, fields);
    if (field === null) unplaced.push(fault);
    else if (!faults.has(field)) faults.set(field, fault.rule);
  }
  return { refusal, faults, unplaced };
}

/** The field that a pointer leads to, or the nearest one around it: one field may send a whole list. */
function fieldOf(pointer: string, fields: ReadonlySet<string>): string | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (fields.has(at)) return at;
  return null;
}

const pointerOf = (field: HTMLElement): string => field.dataset.pointer ?? '';
