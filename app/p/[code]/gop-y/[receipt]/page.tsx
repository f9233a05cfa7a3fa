import type { Metadata } from 'next';
import { publicFormPath } from '../../../../../components/public-form/form-path.ts';
import { Failure } from '../../../../../components/shell/failure.tsx';
import { PlainShell } from '../../../../../components/shell/plain-shell.tsx';
import { Notice } from '../../../../../components/ui/notice.tsx';
import { formatOf } from '../../../../../lib/i18n/format.ts';
import { loadReceipt } from '../../../../load-from-api.ts';
import { pathPart } from '../../../../path-part.ts';
import { readerOf } from '../../../../reader.ts';
import { wordsOf } from '../../../../words-of.ts';

type Props = { params: Promise<{ code: string; receipt: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'publicForm');
  return { title: t('receipt'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Where the page of a receipt stands: its number, day and state, and no word of it. */
export default async function Page({ params }: Props) {
  const { code, receipt } = await params;
  const [{ locale, theme }, found] = await Promise.all([
    readerOf(),
    loadReceipt(pathPart(code), pathPart(receipt)),
  ]);
  const t = await wordsOf(locale, 'publicForm');
  const toForm = (
    <a
      href={publicFormPath(pathPart(code))}
      className="font-semibold text-brand underline underline-offset-4"
    >
      {t('toForm')}
    </a>
  );
  return (
    <PlainShell theme={theme}>
      {found.kind === 'ok' ? (
        <div className="rounded-panel border border-line bg-panel px-4 py-4">
          <h1 className="text-lead font-semibold">{t('receiptTitle', { page: found.value.page })}</h1>
          <p className="text-ink2">{t('receiptDay', { day: formatOf(locale).date(found.value.day) })}</p>
          <p className="mt-4 text-[20px] font-semibold">{t(`states.${found.value.state}`)}</p>
          <p className="mt-4 text-small text-ink2">{t('receiptNoText')}</p>
          <p className="mt-2">{toForm}</p>
        </div>
      ) : found.kind === 'failure' ? (
        <Failure failure={found.failure} />
      ) : (
        <Notice as="h1" title={t('receiptUnknownTitle')} reason={t('receiptUnknownReason')} action={toForm} />
      )}
    </PlainShell>
  );
}
