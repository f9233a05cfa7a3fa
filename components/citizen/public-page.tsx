'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FORMAT_WORDS } from '../../lib/i18n/format-words.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { PublicPageAnswer } from '../../lib/wire/public-page.ts';
import { useLimitText } from '../admin/use-limit-text.ts';
import { ContactLines } from '../public-form/contact-lines.tsx';
import { publicFormPath } from '../public-form/form-path.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FiguresPanel } from './figures-panel.tsx';
import { MeetingPanels } from './meeting-panels.tsx';
import { useFresh } from './use-fresh.ts';

const EVERY_MS = 30_000;

/** What a unit tells everybody: how long people wait now, when to come, how to reach it, what it does. */
export function PublicPage({ first }: { first: PublicPageAnswer }) {
  const t = useTranslations('publicPage');
  const locale = useLocale();
  const format = useFormat();
  const path = `/public/${encodeURIComponent(first.area.code)}/page`;
  const { told, lost } = useFresh(path, first, EVERY_MS);
  const { area, sessions } = told;
  const clock = (at: number): string => format.clock(at, area.timezone);
  return (
    <>
      <h1 className="text-[26px] leading-tight font-bold text-balance [overflow-wrap:anywhere]">
        {localName(locale, area)}
      </h1>
      <p className="mt-1 text-ink2">
        {sessions === null
          ? t('hoursUnknown')
          : sessions.length === 0
            ? t('closedToday')
            : t('hours', {
                hours: sessions.map(({ fromAt, toAt }) => `${clock(fromAt)}–${clock(toAt)}`).join(', '),
              })}
      </p>
      <div className="mt-4 grid gap-3">
        <NowPanel told={told} lost={lost} />
        <QuietPanel quiet={told.quiet} />
        <Panel title={t('contact')}>
          {(area.hotline !== null || area.address !== null) && (
            <ContactLines hotline={area.hotline} address={area.address} />
          )}
          <p className="mt-2">
            <a
              href={publicFormPath(area.code)}
              className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-4"
            >
              {t('toForm')}
            </a>
          </p>
        </Panel>
        {told.meetings && <MeetingPanels meetings={told.meetings} />}
        {told.figures && <FiguresPanel figures={told.figures} />}
        {told.dossiers && <DossiersPanel dossiers={told.dossiers} />}
        {told.procedures.length > 0 && <ProceduresPanel procedures={told.procedures} />}
      </div>
    </>
  );
}

const LINE = 'flex items-baseline justify-between gap-4 border-b border-grid py-2 last:border-0';

function NowPanel({ told: { services, area, asOf }, lost }: { told: PublicPageAnswer; lost: boolean }) {
  const t = useTranslations('publicPage');
  const locale = useLocale();
  const format = useFormat();
  const time = format.clock(asOf, area.timezone);
  return (
    <Panel title={t('now')} aside={t(lost ? 'lost' : 'asOf', { time })}>
      {services === null ? (
        <Notice title={t('unknown')} reason={t('unknownReason')} />
      ) : services.length === 0 ? (
        <p className="mt-1 text-ink2">{t('nothing')}</p>
      ) : (
        <ul className="mt-1">
          {services.map((service) => (
            <li key={service.service} className={LINE}>
              <span className="[overflow-wrap:anywhere]">
                {localName(locale, service)} {service.stopped && <Tag tone="attention">{t('stopped')}</Tag>}
              </span>
              <span className="shrink-0 text-right">
                <b className="font-semibold">{t('waiting', { waiting: service.waiting ?? 0 })}</b>
                {service.estimate && (
                  <span className="block text-small text-ink2">
                    {t('estimate', {
                      range: format.range(service.estimate.lowSec, service.estimate.highSec),
                    })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {services?.some(({ estimate }) => estimate) && (
        <p className="mt-1 text-small text-ink2">{t('estimateNote')}</p>
      )}
    </Panel>
  );
}

function QuietPanel({ quiet }: { quiet: PublicPageAnswer['quiet'] }) {
  const t = useTranslations('publicPage');
  const locale = useLocale();
  const format = useFormat();
  const span = (hour: number): string => `${hour}:00–${hour + 1}:00`;
  return (
    <Panel
      title={t('quiet')}
      aside={t('quietFrom', { from: format.date(quiet.from), to: format.date(quiet.to) })}
    >
      {quiet.weekdays.length === 0 ? (
        <p className="mt-1 text-ink2">{t('quietUnknown')}</p>
      ) : (
        <ul className="mt-1">
          {quiet.weekdays.map(({ weekday, days, quiet: least, busy }) => (
            <li key={weekday} className={LINE}>
              <span>
                {FORMAT_WORDS[locale].weekdays[weekday - 1]}
                <span className="block text-small text-ink2">{t('quietDays', { days })}</span>
              </span>
              <span className="text-right">
                <b className="font-semibold">{t('quietest', { hours: span(least.hour) })}</b>
                <span className="block text-small text-ink2">
                  {t('busiest', { hours: span(busy.hour), mean: format.number(Math.round(busy.mean)) })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DossiersPanel({ dossiers }: { dossiers: NonNullable<PublicPageAnswer['dossiers']> }) {
  const t = useTranslations('publicPage');
  const locale = useLocale();
  const format = useFormat();
  return (
    <Panel title={t('dossiers', { day: format.date(dossiers.day) })}>
      <ul className="mt-1">
        {dossiers.sectors.map((sector) => (
          <li key={sector.sector} className={LINE}>
            <span className="[overflow-wrap:anywhere]">
              {sector.name === '' ? t('noSector') : localName(locale, sector)}
            </span>
            <span className="shrink-0 text-right">
              {t('received', { n: sector.received })} · {t('settled', { n: sector.settled })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ProceduresPanel({ procedures }: Pick<PublicPageAnswer, 'procedures'>) {
  const t = useTranslations('publicPage');
  const locale = useLocale();
  const limitText = useLimitText();
  return (
    <Panel title={t('procedures')}>
      <ul className="mt-1">
        {procedures.map((one) => (
          <li key={one.procedure} className="border-b border-grid py-2 last:border-0">
            <p className="font-medium [overflow-wrap:anywhere]">{localName(locale, one)}</p>
            <p className="text-small text-ink2 [overflow-wrap:anywhere]">
              {localName(locale, one.sector)} · {t('limit', { limit: limitText(one.limit) })} · {one.source}
            </p>
            {one.fee !== null && (
              <p className="text-small [overflow-wrap:anywhere]">{t('fee', { fee: one.fee })}</p>
            )}
            {one.papers.length > 0 && (
              <details className="text-small">
                <summary className="min-h-11 cursor-pointer content-center font-semibold text-brand">
                  {t('papers', { n: one.papers.length })}
                </summary>
                <ul className="list-disc pl-5">
                  {one.papers.map((paper) => (
                    <li key={paper} className="[overflow-wrap:anywhere]">
                      {paper}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
