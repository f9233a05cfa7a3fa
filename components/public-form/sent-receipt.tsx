'use client';
import { useTranslations } from 'use-intl';
import type { PublicSuggestionMade } from '../../lib/wire/public-form.ts';
import { CopyButton } from '../forms/copy-button.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { publicFormPath } from './form-path.ts';

type SentReceiptProps = {
  unit: string;
  sent: PublicSuggestionMade & { above: boolean };
  onAgain: () => void;
};

const LINK = 'receipt-link';

/** The number of the page, and the link by which its writer follows it; shown this once. */
export function SentReceipt({ unit, sent: { receipt, page, above }, onAgain }: SentReceiptProps) {
  const t = useTranslations('publicForm');
  const path = publicFormPath(unit, receipt);
  const link = `${window.location.origin}${path}`;
  return (
    <Panel title={t('receipt')}>
      <div role="status">
        <p className="mt-1 text-lead font-semibold">{t('sentTitle', { page })}</p>
        {above && <p className="mt-1">{t('sentAbove')}</p>}
        <p className="mt-1 text-ink2">{t('sentReason')}</p>
      </div>
      <p className="mt-3">
        <a
          id={LINK}
          href={path}
          className="font-semibold break-all text-brand underline underline-offset-4 pointer-coarse:inline-block pointer-coarse:min-h-11"
        >
          {link}
        </a>
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton text={link} from={LINK} />
        <Button onClick={onAgain}>{t('again')}</Button>
      </div>
    </Panel>
  );
}
