'use client';
import { useTranslations } from 'use-intl';
import { DECISIONS } from '../../lib/domain/exclusion/decision.ts';
import type { ExclusionLine } from '../../lib/wire/exclusion-reads.ts';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { useBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';

type ExclusionStatusProps = { line: ExclusionLine; onDone: () => void };

/** What was asked about a noted period, what was decided, and the decision for whoever may take it. */
export function ExclusionStatus({ line, onDone }: ExclusionStatusProps) {
  const t = useTranslations('notes');
  const measures = useTranslations('measures');
  const format = useFormat();
  const zone = useBoard((board) => board.header.timezone);
  const when = (iso: string): string => {
    const at = Date.parse(iso);
    return `${format.clock(at, zone)} ${format.dayShort(new Date(at).toLocaleDateString('sv-SE', { timeZone: zone }))}`;
  };
  const asked = {
    metrics: line.metrics.map((metric) => measures(metric)).join(', '),
    by: line.askedBy ?? t('somebody'),
    time: when(line.askedAt),
  };
  const decided =
    line.decision === null || line.decidedAt === null
      ? null
      : t(line.decision, { by: line.decidedBy ?? t('somebody'), time: when(line.decidedAt) });
  return (
    <div className="mt-1 text-ink2">
      <p>
        {t('asked', asked)}
        {' · '}
        <span className="font-semibold text-ink">{decided ?? t('waiting')}</span>
      </p>
      {line.reason !== null && <p>{t('because', { reason: line.reason })}</p>}
      {line.decidedReason !== null && <p>{t('because', { reason: line.decidedReason })}</p>}
      {line.mayDecide && <DecisionForm line={line} onDone={onDone} />}
    </div>
  );
}

function DecisionForm({ line, onDone }: ExclusionStatusProps) {
  const t = useTranslations('notes');
  const form = useForm<ExclusionLine>({
    path: `/areas/${encodeURIComponent(line.unit)}/exclusions/${encodeURIComponent(line.exclusion)}/decision`,
    body: (values) => ({ decision: values.text('decision'), reason: values.text('reason') }),
    onDone,
  });
  return (
    <Form form={form} label={t('decideLabel')} className="mt-1.5 grid gap-2 text-ink *:max-w-xl">
      <SelectField name="decision" label={t('decideLabel')}>
        {DECISIONS.map((one) => (
          <option key={one} value={one}>
            {t(one === 'approved' ? 'approve' : 'refuse')}
          </option>
        ))}
      </SelectField>
      <TextAreaField name="reason" label={t('reason')} rows={2} maxLength={1000} />
      <div>
        <SubmitButton>{t('decide')}</SubmitButton>
      </div>
    </Form>
  );
}
