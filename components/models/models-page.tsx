'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { ModelLine, ModelsAnswer } from '../../lib/wire/model-reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { fullName } from '../board/place-name.ts';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { useUrlQuery } from '../measures/use-url-query.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { OneModel } from './one-model.tsx';
import { StartModelForm } from './start-model-form.tsx';

/** Ways of working that units try, and whether their measure changed; the open one stands in the address. */
export function ModelsPage() {
  const t = useTranslations('models');
  const locale = useLocale();
  const header = useBoard((board) => board.header);
  const isUnit = useBoard((board) => !('units' in board));
  const [query, change] = useUrlQuery();
  const [starting, setStarting] = useState(false);
  const area = encodeURIComponent(header.code);
  const [state, reload] = useApi<ModelsAnswer>(`/models?area=${area}`);
  const open = query.get('model');
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-3">
      <PageHead
        title={t('titleOf', { name: fullName(locale, header) })}
        about={t('about')}
        actions={<ExportButtons path={`/models?area=${area}`} name={`models-${header.code}`} />}
      />
      <Loaded state={state} reload={reload}>
        {({ items, mayStart }) => (
          <>
            {mayStart && isUnit && !starting && (
              <div>
                <Button look="primary" onClick={() => setStarting(true)}>
                  {t('start')}
                </Button>
              </div>
            )}
            {mayStart && !isUnit && <p className="text-small text-ink2">{t('startInUnit')}</p>}
            {starting && (
              <StartModelForm
                area={header.code}
                today={header.day}
                onCancel={() => setStarting(false)}
                onDone={(model) => {
                  setStarting(false);
                  reload();
                  change({ model });
                }}
              />
            )}
            {items.length === 0 && <Notice title={t('noneTitle')} reason={t('noneReason')} />}
            <ul className="grid gap-2">
              {items.map((line) => (
                <li key={line.model} className="rounded-panel border border-line bg-panel px-4 py-3">
                  <Line
                    line={line}
                    open={line.model === open}
                    onToggle={() => change({ model: line.model === open ? '' : line.model })}
                  />
                  {line.model === open && <OneModel model={line.model} onChanged={reload} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Line({ line, open, onToggle }: { line: ModelLine; open: boolean; onToggle: () => void }) {
  const t = useTranslations('models');
  const measures = useTranslations('measures');
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <h2 className="font-semibold wrap-anywhere">{line.name}</h2>
        {line.about !== null && <p className="text-small wrap-anywhere">{line.about}</p>}
        <p className="text-small text-ink2">
          {measures(line.metric)} · {t('since', { day: format.date(line.startDay) })} ·{' '}
          {t('units', { trying: line.trying, ended: line.ended })}
        </p>
      </div>
      <Button aria-expanded={open} onClick={onToggle}>
        {open ? t('hide') : t('show')}
      </Button>
    </div>
  );
}
