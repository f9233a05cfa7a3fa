import { DevicePage } from '../device-page.tsx';

export const metadata = { title: 'Ghép thiết bị' };

/** Where a new screen or device is opened once: it shows its code. */
export default function Page() {
  return <DevicePage kind={null} />;
}
