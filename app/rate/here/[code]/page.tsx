import type { Metadata } from 'next';
import { PhoneRating } from '../../../../components/rate/phone-rating.tsx';
import { codeOf } from '../../../code-of.ts';
import { loadRateHere } from '../../../load-from-api.ts';
import { PhoneRatingPage } from '../../../phone-rating-page.tsx';
import { titleOf } from '../../../title-of.ts';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  ...(await titleOf('rate', ({ rate }) => rate?.title)),
  robots: { index: false },
});

/** What the sheet at a counter opens: one rating, of no visit in particular. */
export default async function Page({ params, searchParams }: Props) {
  const [code, { counter }] = await Promise.all([codeOf(params), searchParams]);
  const at = typeof counter === 'string' ? counter : null;
  const unit = `/public/${encodeURIComponent(code)}`;
  return (
    <PhoneRatingPage found={await loadRateHere(code, at)}>
      {(here) => (
        <PhoneRating
          asked={here}
          path={`${unit}/ratings`}
          slip={{ held: here.slip, counter: at, from: `${unit}/rating` }}
        />
      )}
    </PhoneRatingPage>
  );
}
