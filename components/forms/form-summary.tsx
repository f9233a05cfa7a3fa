'use client';
import { RefusalText } from './refusal-text.tsx';
import type { FormState } from './use-form.ts';
import { useRuleText } from './use-rule-text.ts';

/** What is wrong with the form as a whole; nothing where every fault stands at its own field. */
export function FormSummary({ form: { refusal, faults, unplaced } }: { form: FormState }) {
  const ruleText = useRuleText();
  const silent = refusal === null || (faults.size > 0 && unplaced.length === 0);
  return (
    // There before it is needed, so that what comes into it is read out.
    <div role="alert" className={silent ? 'contents' : undefined}>
      {!silent && (
        <div
          data-summary
          tabIndex={-1}
          className="rounded-lg border border-missed bg-missed-soft px-3.5 py-2.5 outline-none"
        >
          <p className="font-semibold">
            <RefusalText refusal={refusal} />
          </p>
          {unplaced.length > 0 && (
            <ul className="mt-1 list-disc pl-5 text-small">
              {unplaced.map(({ pointer, rule }) => (
                <li key={`${pointer} ${rule}`}>
                  {pointer !== '' && <code className="font-mono">{pointer} </code>}
                  {ruleText(rule)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
