import type { Metadata } from 'next';
import { CounterConsole } from '../../components/counter-console/counter-console.tsx';
import { DevicePage } from '../device-page.tsx';
import { titleOf } from '../title-of.ts';

export const generateMetadata = (): Promise<Metadata> =>
  titleOf('counterConsole', ({ counterConsole }) => counterConsole?.title);

/** The console of one counter, paired. */
export default function Page() {
  return (
    <DevicePage kind="counter" themes={['counterConsole']}>
      {() => <CounterConsole />}
    </DevicePage>
  );
}
