import type { Metadata } from 'next';
import { DevicePage } from '../device-page.tsx';
import { titleOf } from '../title-of.ts';

export const generateMetadata = (): Promise<Metadata> =>
  titleOf('devices', ({ devices }) => devices?.pair.title);

/** Where a new screen or device is opened once: it shows its code. */
export default function Page() {
  return <DevicePage kind={null} />;
}
