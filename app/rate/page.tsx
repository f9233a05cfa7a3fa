import type { Metadata } from 'next';
import { PadScreen } from '../../components/rate/pad-screen.tsx';
import { DevicePage } from '../device-page.tsx';
import { titleOf } from '../title-of.ts';

export const generateMetadata = (): Promise<Metadata> => titleOf('rate', ({ rate }) => rate?.title);

/** The rating pad of one counter, paired. */
export default function Page() {
  return (
    <DevicePage kind="pad" themes={['rate']}>
      {() => <PadScreen />}
    </DevicePage>
  );
}
