'use client';
import { useTranslations } from 'use-intl';
import type { PublicFigures } from '../../lib/wire/access/public-figures.ts';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Share } from '../ui/share.tsx';
import { Tag } from '../ui/tag.tsx';
import { ActionLink } from './action-link.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { PublicFigureForm } from './public-figure-form.tsx';

/** Which figures of a unit everybody reads, as everybody reads them, and the switch of each. */
export function PublicFiguresPanel({ area }: { area: string }) {
  const t = useTranslations('admin.publicFigures');
  const path = encodeURIComponent(area);
  const [state, reload] = useApi<PublicFigures>(`/admin/areas/${path}/public-figures`);
  return (
    <Loaded state={state} reload={reload}>
      {({ month, whole, figures }) => (
        <Panel title={t('title')} aside={<ActionLink href={`/p/${path}`}>{t('toPage')}</ActionLink>}>
          <p className="mt-1 text-small text-ink2">
            {t('about', { month: month.from.split('-').slice(0, 2).reverse().join('/') })}
          </p>
          {!whole && <p className="mt-1 font-semibold">{t('notWhole')}</p>}
          <ul className="mt-1">
            {figures.map((figure) => (
              <Item key={figure.measure} area={area} figure={figure} whole={whole} onSaved={reload} />
            ))}
          </ul>
        </Panel>
      )}
    </Loaded>
  );
}

type ItemProps = {
  area: string;
  figure: PublicFigures['figures'][number];
  whole: boolean;
  onSaved: () => void;
};

function Item({ area, figure: { measure, told, shown, source }, whole, onSaved }: ItemProps) {
  const t = useTranslations('admin.publicFigures');
  const name = t(`measure.${measure}`);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-grid py-2 last:border-0">
      <span className="min-w-0 grow">
        <b className="font-semibold">{name}</b>{' '}
        <Tag tone={shown ? 'attention' : 'plain'}>{t(shown ? 'on' : 'off')}</Tag>
        <span className="block text-small text-ink2 [overflow-wrap:anywhere]">
          {told ? (
            <>
              <Share share={told.share} of={told.of} /> · {t('told', { n: told.n, of: told.of })} ·{' '}
              {t('result', { result: told.result })}
            </>
          ) : (
            t('few')
          )}
          {source !== null && ` · ${source}`}
        </span>
      </span>
      {(whole || shown) && (
        <FormOpener label={t(shown ? 'withdraw' : 'publish')} about={name} onSaved={onSaved}>
          {(done) => <PublicFigureForm area={area} measure={measure} shown={!shown} onDone={done} />}
        </FormOpener>
      )}
    </li>
  );
}
