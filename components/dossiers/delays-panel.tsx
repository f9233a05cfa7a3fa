'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MISSING } from '../../lib/i18n/format.ts';
import type { HandlersAnswer } from '../../lib/wire/dossier-reads.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import { FigureFiles } from '../charts/figure-files.tsx';
import { RefusalText } from '../forms/refusal-text.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { DelayTable } from './delay-table.tsx';
import { dossiersPath } from './dossiers-path.ts';
import { SeenBeside } from './seen-beside.tsx';
import { useDossierText } from './use-dossier-text.ts';

type Days = { from: string; to: string };

/** Where the delay of a period arose, and what can make its share look better than it is; asked for when opened. */
export function DelaysPanel({ from, to }: Days) {
  const t = useTranslations('dossierDelays');
  const text = useDossierText();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('title')} aside={t('period', { from: text.day(from), to: text.day(to) })}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="mt-1 inline-flex min-h-6 cursor-pointer items-center gap-2 text-small text-ink2 hover:text-ink pointer-coarse:min-h-11">
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          {t('about')}
        </summary>
        {open && <Delays key={`${from} ${to}`} from={from} to={to} />}
      </details>
    </Panel>
  );
}

function Delays({ from, to }: Days) {
  const t = useTranslations('dossierDelays');
  const unknown = useTranslations('dossierList');
  const text = useDossierText();
  const format = useFormat();
  const area = useBoard((board) => board.header.code);
  const ofArea = `/areas/${encodeURIComponent(area)}`;
  const data = `${ofArea}/handlers?from=${from}&to=${to}`;
  const [delays] = useApi<HandlersAnswer>(data);
  const [measures] = useApi<KpisAnswer>(`${ofArea}/kpis?from=${from}&to=${to}`);
  const failed = [delays, measures].find((state) => state.kind === 'failed');
  if (failed?.kind === 'failed')
    return (
      <p className="mt-2 text-small font-semibold text-missed">
        <RefusalText refusal={failed.refusal} />
      </p>
    );
  if (delays.kind !== 'ready' || measures.kind !== 'ready')
    return (
      <p role="status" className="mt-2 text-small text-ink2">
        {unknown('loading')}
      </p>
    );
  const { handlers, stages, acceptWait, visits } = delays.value;
  const place = (handler: string | null): string =>
    handler === null ? unknown('handlerUnknown') : text.place(handler);
  return (
    <div className="mt-2 grid gap-5 lg:grid-cols-2">
      <DelayTable
        title={t('handlers')}
        columns={[t('handler'), t('late'), t('settled'), t('onTime')]}
        none={t('none')}
        rows={handlers.map(({ handler, late, settled, onTimeOfSettled: { share, of } }) => ({
          key: handler ?? '',
          name: place(handler),
          href: handler === null ? null : dossiersPath(area, { state: 'late', handler, from, to }),
          cells: [
            format.number(late),
            format.number(settled),
            of === 0 ? MISSING : t('shareOf', { share: format.percent(share), of }),
          ],
        }))}
      />
      <DelayTable
        title={t('stages')}
        columns={[t('stage'), t('lateHere'), t('judged'), t('passed')]}
        none={t('none')}
        rows={stages.map(({ handler, stage, n, judged, late }) => ({
          key: JSON.stringify([handler, stage]),
          name: stage === null ? place(handler) : `${place(handler)} · ${stage}`,
          href: null,
          cells: [judged === 0 ? MISSING : format.number(late), format.number(judged), format.number(n)],
        }))}
      />
      <SeenBeside measures={measures.value.dossiers} acceptWait={acceptWait} visits={visits} />
      <FigureFiles data={data} className="lg:col-span-2" />
    </div>
  );
}
