'use client';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficerFiguresAnswer } from '../../lib/wire/officer-reads.ts';
import { LoadedList } from '../account/loaded-list.tsx';
import { CONTROL_LOOK } from '../forms/control-look.ts';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { FiguresView } from './figures-view.tsx';
import { usePeriodText } from './use-period-text.ts';

type AskedFiguresProps = {
  /** Whose figures there are to ask for: the label and what stands before `/figures` in our API. */
  codes: readonly { path: string; label: string }[];
  periods: readonly string[];
};

/** Asks for the figures of one code in one period. Only by a press: each look is recorded. */
export function AskedFigures({ codes, periods }: AskedFiguresProps) {
  const t = useTranslations('officer');
  const periodText = usePeriodText();
  const [path, setPath] = useState<string | null>(null);
  const [state, reload] = useApi<OfficerFiguresAnswer>(path);
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget);
    setPath(`${asked.get('path')}/figures?period=${encodeURIComponent(String(asked.get('period')))}`);
  };
  return (
    <>
      <form method="post" onSubmit={ask} className="mt-3 flex flex-wrap items-end gap-3">
        <Chosen name="path" label={t('which')}>
          {codes.map((one) => (
            <option key={one.path} value={one.path}>
              {one.label}
            </option>
          ))}
        </Chosen>
        <Chosen name="period" label={t('period')}>
          {periods.map((name) => (
            <option key={name} value={name}>
              {periodText(name)}
            </option>
          ))}
        </Chosen>
        <Button type="submit">{t('show')}</Button>
      </form>
      <div aria-live="polite">
        {path !== null && (
          <LoadedList state={state} reload={reload}>
            {state.kind === 'ready' && <FiguresView figures={state.value} />}
          </LoadedList>
        )}
      </div>
    </>
  );
}

function Chosen({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <label className="grid min-w-0 gap-1 text-small font-semibold">
      {label}
      <select name={name} className={`${CONTROL_LOOK} max-w-full font-normal`}>
        {children}
      </select>
    </label>
  );
}
