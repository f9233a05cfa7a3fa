'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { PeriodAnswer } from '../../lib/wire/reads.ts';
import type { FrozenNow } from '../../lib/wire/report.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { usePeriodText } from '../measures/use-period-text.ts';
import { Button } from '../ui/button.tsx';
import type { ReportAsked } from './report-path.ts';

type FreezeButtonProps = {
  area: { code: string; name: string };
  asked: ReportAsked;
  period: PeriodAnswer;
  onFrozen: (made: FrozenNow) => void;
};

/** A city's whole year is read at once. */
const PATIENCE_MS = 60_000;

/** RP6: the cut-off of a period that is over, after a question. */
export function FreezeButton({ area, asked, period, onFrozen }: FreezeButtonProps) {
  const t = useTranslations('reports');
  const language = useLocale();
  const periodText = usePeriodText();
  const [asking, setAsking] = useState(false);
  if (period.to >= period.today) return <p className="text-small text-ink2">{t('notOver')}</p>;
  const freeze = async () => {
    const body = { kind: asked.kind, months: asked.months, day: period.to };
    const path = `/areas/${encodeURIComponent(area.code)}/reports`;
    const sent = await sendJson<FrozenNow>('POST', path, body, { language, patience: PATIENCE_MS });
    if (sent.ok) onFrozen(sent.value);
    return sent;
  };
  return (
    <>
      <Button look="primary" onClick={() => setAsking(true)}>
        {t('freeze')}
      </Button>
      {asking && (
        <Confirm
          title={t('freezeTitle', { period: periodText(period.kind, period), name: area.name })}
          action={t('freeze')}
          onConfirm={freeze}
          onClose={() => setAsking(false)}
        >
          {t('freezeText')}
        </Confirm>
      )}
    </>
  );
}
