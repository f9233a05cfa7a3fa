'use client';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Level } from '../../lib/domain/rating-level.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Pad, PadTicket } from '../../lib/wire/device/ratings-given.ts';
import { QrCode } from '../account/qr-code.tsx';
import { DeviceFrame } from '../devices/device-frame.tsx';
import { requestId } from '../devices/request-id.ts';
import { useDeviceState } from '../devices/use-device-state.ts';
import { LevelButtons } from './level-buttons.tsx';
import { type KeptRating, keepRating, sendKept } from './pad-outbox.ts';
import { PadRest } from './pad-rest.tsx';
import { ReasonChoice } from './reason-choice.tsx';

/** Nobody touches it: back to rest, and what was said is sent as it is. */
const REST_MS = 30_000;
const THANKS_MS = 4_000;
const SEND_MS = 2_000;

type Step = { kind: 'rest' } | { kind: 'why'; rating: KeptRating } | { kind: 'thanks' };

/** The pad of a counter, turned to the citizen: opens when a visit has ended there, and hides what the last one said. */
export function PadScreen() {
  const t = useTranslations('rate');
  const locale = useLocale();
  const { state, online, ahead } = useDeviceState<Pad>('/pad');
  const [step, setStep] = useState<Step>({ kind: 'rest' });
  /** The ticket that was rated, or that nobody rated in time. */
  const [over, setOver] = useState<string | null>(null);
  useSending();

  const ticket = state?.ticket && state.ticket.ticket !== over ? state.ticket : null;
  const asking = step.kind === 'rest' && ticket !== null;
  const code = ticket?.ticket;
  useEffect(() => {
    if (!asking && step.kind === 'rest') return;
    const timer = setTimeout(
      () => {
        if (asking && code !== undefined) setOver(code);
        setStep({ kind: 'rest' });
      },
      step.kind === 'thanks' ? THANKS_MS : REST_MS,
    );
    return () => clearTimeout(timer);
  }, [asking, step, code]);

  if (!state)
    return (
      <DeviceFrame title={t('title')} online={online}>
        <p className="grid flex-1 place-items-center text-lead text-ink2">{t('loading')}</p>
      </DeviceFrame>
    );

  const choose = (level: Level, of: PadTicket): void => {
    const at = new Date(Date.now() + ahead).toISOString();
    const rating: KeptRating = {
      request: requestId(),
      level,
      reasons: [],
      ticket: of.ticket,
      at,
      // Kept before anything else: reasons may follow, but the touch is said whatever happens now.
      readyAt: Date.now() + REST_MS,
    };
    keepRating(rating);
    setOver(of.ticket);
    setStep({ kind: 'why', rating });
  };

  return (
    <DeviceFrame
      title={t('where', { unit: localName(locale, state.unit), counter: state.counter ?? '' })}
      online={online}
    >
      {step.kind === 'thanks' ? (
        <p
          role="status"
          className="grid flex-1 place-items-center p-8 text-center text-[40px] font-semibold text-balance"
        >
          {t('thanks')}
        </p>
      ) : step.kind === 'why' ? (
        <section className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-center gap-6 p-6">
          <h2 className="text-[28px] font-semibold text-balance">{t('why')}</h2>
          <ReasonChoice
            asked={state}
            level={step.rating.level}
            onDone={(reasons) => {
              keepRating({ ...step.rating, reasons, readyAt: 0 });
              setStep({ kind: 'thanks' });
            }}
          />
        </section>
      ) : ticket ? (
        <section className="mx-auto flex w-full max-w-6xl flex-1 flex-col justify-center gap-6 p-6">
          <h2 className="text-center text-[32px] font-semibold text-balance">{t('ask')}</h2>
          <LevelButtons onChoose={(level) => choose(level, ticket)} />
          <Later path={ticket.later} />
        </section>
      ) : (
        <PadRest pad={state} />
      )}
    </DeviceFrame>
  );
}

function Later({ path }: { path: string }) {
  const t = useTranslations('rate');
  return (
    <div className="flex flex-wrap items-center justify-center gap-4 text-ink2">
      <div className="[&_svg]:size-44">
        <QrCode text={`${location.origin}${path}`} label={t('later')} />
      </div>
      <p className="max-w-xs text-[17px]">
        <b className="block font-semibold text-ink">{t('later')}</b>
        {t('laterNote')}
      </p>
    </div>
  );
}

/** Sends what is kept, now and again, whatever is shown. */
function useSending(): void {
  const language = useLocale();
  useEffect(() => {
    let sending = false;
    const timer = setInterval(() => {
      if (sending) return;
      sending = true;
      void sendKept(language).finally(() => {
        sending = false;
      });
    }, SEND_MS);
    return () => clearInterval(timer);
  }, [language]);
}
