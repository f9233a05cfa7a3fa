import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { LeaveAccount } from '../components/devices/leave-account.tsx';
import { PairingScreen } from '../components/devices/pairing-screen.tsx';
import { Failure } from '../components/shell/failure.tsx';
import { MoreWords } from '../components/shell/more-words.tsx';
import { DemoMark } from '../components/ui/demo-mark.tsx';
import type { DeviceKind } from '../lib/domain/access/device-kind.ts';
import { loadThemes, type TextTheme } from '../lib/i18n/load-theme.ts';
import { DEVICE_PAGES } from '../lib/wire/access/device-pages.ts';
import type { OpenDevice } from '../lib/wire/access/pairing.ts';
import { loadDeviceSession } from './load-from-api.ts';
import { readerOf } from './reader.ts';

type DevicePageProps = {
  /** What opens here; null: nothing, whatever the browser is. */
  kind: DeviceKind | null;
  themes?: readonly TextTheme[];
  children?: (device: OpenDevice) => ReactNode;
};

/** The page of a device: what it does, or the code by which it is paired, or the way to the page that is its own. */
export async function DevicePage({ kind, themes = [], children }: DevicePageProps) {
  const [{ locale }, session] = await Promise.all([readerOf(), loadDeviceSession()]);
  const messages = await loadThemes(locale, 'forms', 'wall', 'devices', ...themes);
  if (session.kind !== 'ok')
    return (
      <main className="mx-auto max-w-2xl p-6">
        <Failure failure={session.kind === 'failure' ? session.failure : { kind: 'unreachable' }} />
      </main>
    );
  const { value } = session;
  if (value.kind === 'wall') redirect('/wall');
  const own = value.kind === 'open' ? DEVICE_PAGES[value.device.kind] : null;
  if (own !== null && kind !== null && own !== DEVICE_PAGES[kind]) redirect(own);
  return (
    <MoreWords messages={messages}>
      {value.kind === 'open' && kind !== null ? (
        <>
          {children?.(value.device)}
          {value.device.demo && (
            <p className="pointer-events-none fixed bottom-1 left-1/2 -translate-x-1/2 rounded bg-bg">
              <DemoMark />
            </p>
          )}
        </>
      ) : value.kind === 'person' ? (
        <LeaveAccount />
      ) : (
        <PairingScreen ended={value.kind === 'ended'} own={own} />
      )}
    </MoreWords>
  );
}
