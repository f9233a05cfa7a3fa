'use client';
import { useTranslations } from 'use-intl';
import type { AttentionLevel, UnitAttention } from '../../lib/domain/attention.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNow } from '../live/use-now.ts';
import { AreaLink } from '../ui/area-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { AlertOwner } from './alert-owner.tsx';
import { useAttentionText } from './attention-text.ts';
import { NothingUrgent } from './nothing-urgent.tsx';
import { fullName } from './place-name.ts';
import { StateMark } from './state-mark.tsx';
import { StormLine } from './storm-line.tsx';
import type { Attention } from './use-attention.ts';

/** As many as one line of a desk holds; the table below shows all. */
const MOST = 3;

const EDGES: Record<AttentionLevel, string> = {
  urgent: 'border-l-4 border-l-missed',
  attention: 'border-l-4 border-l-risk',
  silent: 'border-l-4 border-l-quiet [border-left-style:dashed]',
};

/** The few units that need somebody first, one card each; one quiet line when none does. */
export function AttentionCards({ attention: { items, units } }: { attention: Attention }) {
  const t = useTranslations('attention');
  const storm = items.find((item) => item.kind === 'storm');
  return (
    <section aria-label={t('heading')} className="grid gap-3">
      {storm && <StormLine storm={storm} />}
      {units.length === 0 ? (
        <NothingUrgent className="rounded-panel border border-line bg-panel px-4 py-2.5" />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
          {units.slice(0, MOST).map((unit) => (
            <Card key={unit.code} unit={unit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ unit }: { unit: UnitAttention }) {
  const t = useTranslations('attention');
  const format = useFormat();
  const text = useAttentionText();
  const now = useNow();
  const place = useAreaBoard((board) => board.places[unit.code]);
  const counters = useAreaBoard((board) => board.units[unit.code]?.c);
  const [first, ...others] = unit.causes;
  const { title, detail } = text.cause(first, now);
  const [open, all] = counters ?? [null, null];
  const details = [
    detail,
    first.kind === 'longWait' && open !== null && all !== null && t('countersOpen', { open, all }),
    ...others.map((cause) => text.cause(cause, now).title),
  ].filter(Boolean);
  return (
    <li className={`rounded-panel border border-line bg-panel px-4 py-3 ${EDGES[unit.level]}`}>
      <p className="font-semibold wrap-anywhere">
        <span className="mr-1.5 inline-block align-[-1px]">
          <StateMark state={unit.level} />
        </span>
        <AreaLink code={unit.code} className="hover:underline">
          {place ? fullName(format.locale, place) : unit.name}
        </AreaLink>
        {` · ${title}`}
      </p>
      <p className="mt-0.5 text-small text-ink2">
        {details.join(' · ')}
        <AlertOwner code={unit.code} kind={first.kind} />
      </p>
    </li>
  );
}
