import type { Metadata } from 'next';
import { KioskScreen } from '../../components/kiosk/kiosk-screen.tsx';
import { DevicePage } from '../device-page.tsx';
import { titleOf } from '../title-of.ts';

export const generateMetadata = (): Promise<Metadata> => titleOf('kiosk', ({ kiosk }) => kiosk?.title);

/** The kiosk of a unit, paired. */
export default function Page() {
  return (
    <DevicePage kind="kiosk" themes={['kiosk']}>
      {() => <KioskScreen />}
    </DevicePage>
  );
}
