import type { Metadata } from 'next';
import { PhoneRating } from '../../../../components/rate/phone-rating.tsx';
import { codeOf } from '../../../code-of.ts';
import { loadRateLater } from '../../../load-from-api.ts';
import { PhoneRatingPage } from '../../../phone-rating-page.tsx';
import { titleOf } from '../../../title-of.ts';

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  ...(await titleOf('rate', ({ rate }) => rate?.title)),
  robots: { index: false },
});

/** One visit, rated afterwards by the code on the pad. */
export default async function Page({ params }: Props) {
  const code = await codeOf(params);
  return (
    <PhoneRatingPage found={await loadRateLater(code)}>
      {(later) => (
        <PhoneRating asked={later} used={later.used} path={`/rate-later/${encodeURIComponent(code)}`} />
      )}
    </PhoneRatingPage>
  );
}
