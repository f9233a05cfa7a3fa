'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useServerTime } from '../devices/use-server-time.ts';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ActButton } from './act-button.tsx';
import { ChooseOutcome } from './choose-outcome.tsx';
import { ChooseTarget } from './choose-target.tsx';
import type { ConsolePartProps } from './console-part.ts';
import { useKeys } from './use-keys.ts';
import { useServiceName } from './use-service-name.ts';

const KEYS_OFF = 'counter-keys-off';

/** The number at this counter and what can be done with it; without one, the next call. */
export function CurrentTicket({ console: shown, ahead, busy, press }: ConsolePartProps) {
  const t = useTranslations('counterConsole');
  // Of one ticket: when another one comes meanwhile nothing is asked about it.
  const [asked, setAsked] = useState<{ what: 'finish' | 'transfer'; ticket: string } | null>(null);
  const [keys, setKeys] = useState(
    () => typeof localStorage === 'undefined' || localStorage.getItem(KEYS_OFF) === null,
  );
  const { current, state } = shown;
  const ticket = current?.ticket;
  const open = state === 'open';
  const asking = asked !== null && asked.ticket === ticket ? asked.what : null;

  const acts = useMemo(() => {
    const about = (act: 'recall' | 'start' | 'no_show' | 'hold'): (() => void) | null =>
      ticket === undefined || busy ? null : () => press({ act, ticket });
    const asks = (what: 'finish' | 'transfer'): (() => void) | null =>
      ticket === undefined || busy ? null : () => setAsked({ what, ticket });
    return {
      n: ticket === undefined && open && !busy ? () => press({ act: 'next' }) : null,
      r: about('recall'),
      s: current?.state === 'called' ? about('start') : null,
      f: asks('finish'),
      v: current?.state === 'called' ? about('no_show') : null,
      t: asks('transfer'),
      h: about('hold'),
      p: ticket === undefined && !busy ? () => press({ act: 'pause' }) : null,
    };
  }, [ticket, current?.state, open, busy, press]);
  useKeys(keys && asking === null, acts);
  const key = (name: keyof typeof acts): string | null => (keys ? name : null);
  const button = (name: keyof typeof acts, look?: 'main') => (
    <ActButton look={look} shortcut={key(name)} disabled={acts[name] === null} onClick={() => acts[name]?.()}>
      {t(`acts.${name}`)}
    </ActButton>
  );

  return (
    <section aria-label={t('here')} className="flex flex-col rounded-2xl border border-line bg-panel p-5">
      {current ? (
        <NumberHere console={shown} ahead={ahead} />
      ) : (
        <div className="grid flex-1 place-items-center text-center">
          <p className="text-[28px] text-ink2">
            {shown.waiting > 0 ? t('waiting', { count: shown.waiting }) : t('empty')}
          </p>
        </div>
      )}
      {current && asking === 'finish' ? (
        <ChooseOutcome
          keys={keys}
          onChoose={(outcome) => {
            setAsked(null);
            press({ act: 'finish', ticket: current.ticket, outcome });
          }}
          onLeave={() => setAsked(null)}
        />
      ) : current && asking === 'transfer' ? (
        <ChooseTarget
          console={shown}
          onChoose={(to) => {
            setAsked(null);
            press({ act: 'transfer', ticket: current.ticket, to });
          }}
          onLeave={() => setAsked(null)}
        />
      ) : current ? (
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {current.state === 'called' ? button('s', 'main') : button('f', 'main')}
          {current.state === 'called' ? button('f') : null}
          {button('r')}
          {button('v')}
          {button('t')}
          {button('h')}
        </div>
      ) : (
        <div className="grid gap-3 sm:grid-cols-[1fr_auto_auto]">
          {button('n', 'main')}
          {button('p')}
          <ActButton disabled={busy} onClick={() => press({ act: 'close' })}>
            {t('close')}
          </ActButton>
        </div>
      )}
      <label className="mt-4 flex min-h-11 items-center gap-2 self-start text-small text-ink2">
        <input
          type="checkbox"
          checked={keys}
          className="size-5 accent-brand"
          onChange={({ target }) => {
            setKeys(target.checked);
            if (target.checked) localStorage.removeItem(KEYS_OFF);
            else localStorage.setItem(KEYS_OFF, '1');
          }}
        />
        {t('keys')}
      </label>
    </section>
  );
}

function NumberHere({ console: { current, services }, ahead }: Pick<ConsolePartProps, 'console' | 'ahead'>) {
  const t = useTranslations('counterConsole');
  const format = useFormat();
  const nameOf = useServiceName(services);
  const now = useServerTime(ahead);
  if (!current) return null;
  const since = (instant: string): string => format.duration(Math.max(0, (now - Date.parse(instant)) / 1000));
  return (
    <div className="grid flex-1 content-center gap-2 py-6 text-center" aria-live="polite">
      <p className="text-lead font-semibold text-ink2">{t(`now.${current.state}`)}</p>
      <p className="text-[clamp(72px,16vw,168px)] leading-none font-bold">{current.number}</p>
      <p className="text-[22px]">{nameOf(current.service)}</p>
      <p className="flex flex-wrap items-center justify-center gap-3 text-lead text-ink2">
        {current.favoured && <Tag tone="attention">{t('favoured')}</Tag>}
        <span>{t('waited', { length: since(current.waitedFrom) })}</span>
        <span>{t(`since.${current.state}`, { length: since(current.since) })}</span>
      </p>
    </div>
  );
}
