'use client';
import { useCallback, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Kiosk, NumberTaken, Purpose } from '../../lib/wire/device/kiosk.ts';
import { DeviceFrame } from '../devices/device-frame.tsx';
import { useDeviceState } from '../devices/use-device-state.ts';
import { useSurelySent } from '../devices/use-surely-sent.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ChoosePurpose } from './choose-purpose.tsx';
import { ChooseService } from './choose-service.tsx';
import { TakenNumber } from './taken-number.tsx';

/** A kiosk that somebody touches: what for, which service, and a number with the way to follow it. */
export function KioskScreen() {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const format = useFormat();
  const { state, online } = useDeviceState<Kiosk>('/kiosk');
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [taken, setTaken] = useState<NumberTaken | null>(null);
  const { send, busy, again, refusal, clear } = useSurelySent<NumberTaken>(
    '/device/kiosk/tickets',
    'kiosk-ticket',
    setTaken,
  );
  const start = useCallback((): void => {
    setPurpose(null);
    setTaken(null);
    clear();
  }, [clear]);

  if (!state)
    return (
      <DeviceFrame title={t('title')} online={online}>
        <p className="grid flex-1 place-items-center text-lead text-ink2">{t('loading')}</p>
      </DeviceFrame>
    );
  const { closesAt, zone } = state;
  return (
    <DeviceFrame
      title={localName(locale, state.unit)}
      online={online && !again}
      aside={
        closesAt !== null &&
        !state.closed && (
          <span className="text-body text-ink2">
            {t('closesAt', { time: format.clock(Date.parse(closesAt), zone) })}
          </span>
        )
      }
    >
      {taken ? (
        <TakenNumber taken={taken} kiosk={state} onDone={start} />
      ) : state.closed ? (
        <p className="grid flex-1 place-items-center p-8 text-center text-[32px] font-semibold text-balance">
          {t('closed')}
        </p>
      ) : purpose === null ? (
        <ChoosePurpose onChoose={setPurpose} />
      ) : (
        <ChooseService
          kiosk={state}
          busy={busy}
          onBack={start}
          onChoose={(service, priority) => send({ service, purpose, ...(priority !== null && { priority }) })}
        />
      )}
      {state.hotline !== null && (
        <p className="px-6 pb-2 text-center text-[16px] text-ink2 print:hidden">
          {t('hotline', { hotline: state.hotline })}
        </p>
      )}
      <p
        role="alert"
        className="min-h-12 px-6 pb-4 text-center text-[20px] font-semibold text-risk print:hidden"
      >
        {refusal && <RefusalText refusal={refusal} />}
      </p>
    </DeviceFrame>
  );
}
