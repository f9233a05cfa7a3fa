import { PadScreen } from '../../components/rate/pad-screen.tsx';
import { DevicePage } from '../device-page.tsx';

export const metadata = { title: 'Đánh giá' };

/** The rating pad of one counter, paired. */
export default function Page() {
  return (
    <DevicePage kind="pad" themes={['rate']}>
      {() => <PadScreen />}
    </DevicePage>
  );
}
