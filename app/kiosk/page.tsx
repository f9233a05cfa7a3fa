import { KioskScreen } from '../../components/kiosk/kiosk-screen.tsx';
import { DevicePage } from '../device-page.tsx';

export const metadata = { title: 'Lấy số' };

/** The kiosk of a unit, paired. */
export default function Page() {
  return (
    <DevicePage kind="kiosk" themes={['kiosk']}>
      {() => <KioskScreen />}
    </DevicePage>
  );
}
