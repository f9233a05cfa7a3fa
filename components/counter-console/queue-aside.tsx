'use client';
import { useTranslations } from 'use-intl';
import { useServerTime } from '../devices/use-server-time.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ActButton } from './act-button.tsx';
import type { ConsolePartProps } from './console-part.ts';
import { useServiceName } from './use-service-name.ts';

/** Who waits for this counter, by service, and whom it has on hold. */
export function QueueAside({ console: shown, ahead, busy, press }: ConsolePartProps) {
  const t = useTranslations('counterConsole');
  const format = useFormat();
  const nameOf = useServiceName(shown.services);
  const now = useServerTime(ahead);
  const { waitingSince, favouredWaiting, services, held, current } = shown;
  return (
    <aside aria-label={t('queue')} className="grid content-start gap-4">
      <Panel title={t('queue')}>
        <p className="mt-1 text-[44px] leading-tight font-bold">{format.number(shown.waiting)}</p>
        <p className="text-body text-ink2">
          {waitingSince === null
            ? t('nobodyWaits')
            : t('longest', { length: format.duration(Math.max(0, (now - Date.parse(waitingSince)) / 1000)) })}
        </p>
        {favouredWaiting > 0 && (
          <p className="mt-1.5">
            <Tag tone="attention">{t('favouredWaiting', { count: favouredWaiting })}</Tag>
          </p>
        )}
        <ul className="mt-3 grid gap-1 border-t border-line pt-2.5 text-body">
          {services.map(({ service, waiting }) => (
            <li key={service} className="flex justify-between gap-3">
              <span>{nameOf(service)}</span>
              <b className="font-semibold">{format.number(waiting)}</b>
            </li>
          ))}
        </ul>
      </Panel>
      {held.length > 0 && (
        <Panel title={t('held')}>
          <ul className="mt-2 grid gap-2">
            {held.map(({ ticket, number }) => (
              <li key={ticket} className="flex items-center justify-between gap-3">
                <b className="text-[22px] font-bold">{number}</b>
                <ActButton
                  disabled={busy || current !== null}
                  aria-label={t('resumeOf', { number })}
                  onClick={() => press({ act: 'resume', ticket })}
                >
                  {t('resume')}
                </ActButton>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </aside>
  );
}
