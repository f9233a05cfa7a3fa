import { CounterConsole } from '../../components/counter-console/counter-console.tsx';
import { DevicePage } from '../device-page.tsx';

export const metadata = { title: 'Quầy' };

/** The console of one counter, paired. */
export default function Page() {
  return (
    <DevicePage kind="counter" themes={['counterConsole']}>
      {() => <CounterConsole />}
    </DevicePage>
  );
}
