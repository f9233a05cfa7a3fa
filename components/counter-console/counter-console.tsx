'use client';
import { useCallback, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { CounterActDone, CounterConsole as Shown } from '../../lib/wire/device/counter-console.ts';
import { DeviceFrame } from '../devices/device-frame.tsx';
import { useDeviceState } from '../devices/use-device-state.ts';
import { useSurelySent } from '../devices/use-surely-sent.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { Tag } from '../ui/tag.tsx';
import type { Pressed } from './console-part.ts';
import { CurrentTicket } from './current-ticket.tsx';
import { OpenCounter } from './open-counter.tsx';
import { QueueAside } from './queue-aside.tsx';

/** The console of a counter without software of its own: whom it serves, who waits, and every act one key away. */
export function CounterConsole() {
  const t = useTranslations('counterConsole');
  const locale = useLocale();
  const { state, online, show, ahead } = useDeviceState<Shown>('/counter');
  const [nobody, setNobody] = useState(false);
  const onDone = useCallback(({ console: next }: CounterActDone) => show(next), [show]);
  const { send, busy, again, refusal } = useSurelySent<CounterActDone>(
    '/device/counter/acts',
    'counter-act',
    (done) => {
      onDone(done);
      setNobody(done.called === null && done.console.current === null && done.console.waiting === 0);
    },
  );
  const press = (act: Pressed): void => {
    setNobody(false);
    send(act);
  };
  if (!state)
    return (
      <DeviceFrame title={t('title')} online={online}>
        <p className="grid flex-1 place-items-center text-lead text-ink2">{t('loading')}</p>
      </DeviceFrame>
    );
  return (
    <DeviceFrame
      title={t('where', { unit: localName(locale, state.unit), counter: state.counter })}
      online={online && !again}
      aside={<Tag tone={state.state === 'open' ? 'met' : 'silent'}>{t(`states.${state.state}`)}</Tag>}
    >
      <div className="grid flex-1 gap-4 p-4 lg:grid-cols-[1fr_22rem]">
        {state.state === 'open' || state.current !== null ? (
          <CurrentTicket console={state} ahead={ahead} busy={busy} press={press} />
        ) : (
          <OpenCounter key={state.state} console={state} busy={busy} press={press} />
        )}
        <QueueAside console={state} ahead={ahead} busy={busy} press={press} />
      </div>
      <p role="alert" className="min-h-10 px-5 pb-3 text-lead font-semibold text-risk">
        {refusal ? <RefusalText refusal={refusal} /> : nobody ? t('nobody') : ''}
      </p>
    </DeviceFrame>
  );
}
