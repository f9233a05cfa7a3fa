'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';
import { type DraftLine, drawnAreas, type TreeDraft } from './tree-draft.ts';

const KINDS = ['ward', 'centre', 'district'] as const;
const ADD = { ward: 'addWard', centre: 'addCentre', district: 'addDistrict' } as const;
const FIRST: TreeDraft = {
  city: { name: '', code: '' },
  lines: [{ id: 1, kind: 'ward', name: '', code: '' }],
};

/** The tree as an outline: a line for each area, units below the grouping that stands above them. */
export function DrawTree({ onDone }: { onDone: () => void }) {
  const t = useTranslations('start');
  const [draft, setDraft] = useState(FIRST);
  const areas = drawnAreas(draft);
  const form = useForm<Defined>({
    path: '/admin/areas',
    body: () => ({
      definitions: areas.map((area) => ({
        type: 'area.defined',
        data: { ...area, timezone: 'Asia/Ho_Chi_Minh', queue: 'machine', demo: false, succeeds: [] },
      })),
    }),
    onDone,
  });
  const { city, lines } = draft;
  const change = (id: number, part: Partial<DraftLine>): void =>
    setDraft({ city, lines: lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  const add = (kind: DraftLine['kind']): void => {
    const id = Math.max(0, ...lines.map((line) => line.id)) + 1;
    setDraft({ city, lines: [...lines, { id, kind, name: '', code: '' }] });
  };
  const grouped = (index: number): boolean => lines.slice(0, index).some(({ kind }) => kind === 'district');
  return (
    <Form form={form} label={t('draw')} className="grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-[1fr_14rem]">
        <Field
          name="city"
          pointer="/definitions/0/data/name"
          label={t('city')}
          placeholder={t('cityPlaceholder')}
          autoComplete="off"
          value={city.name}
          onChange={({ target }) => setDraft({ lines, city: { ...city, name: target.value } })}
        />
        <Field
          name="code"
          pointer="/definitions/0/data/code"
          label={t('code')}
          autoComplete="off"
          spellCheck={false}
          placeholder={areas[0]?.code}
          value={city.code}
          onChange={({ target }) => setDraft({ lines, city: { ...city, code: target.value } })}
          className="font-mono text-body"
        />
      </div>
      <ol className="grid gap-3">
        {lines.map(({ id, kind, name, code }, i) => (
          <li
            key={id}
            className={`grid grid-cols-[1fr_auto] items-start gap-3 border-l-2 border-line pl-3 sm:grid-cols-[1fr_14rem_auto] ${kind !== 'district' && grouped(i) ? 'ml-6' : 'ml-1'}`}
          >
            <Field
              name={`name-${id}`}
              pointer={`/definitions/${i + 1}/data/name`}
              label={t(kind)}
              autoComplete="off"
              value={name}
              onChange={({ target }) => change(id, { name: target.value })}
            />
            <div className="max-sm:order-last max-sm:col-span-2">
              <Field
                name={`code-${id}`}
                pointer={`/definitions/${i + 1}/data/code`}
                label={t('code')}
                autoComplete="off"
                spellCheck={false}
                placeholder={areas[i + 1]?.code}
                value={code}
                onChange={({ target }) => change(id, { code: target.value })}
                className="font-mono text-body"
              />
            </div>
            <Button
              className="mt-6.5 min-h-10.5"
              aria-label={t('remove', { name: name || t('unnamed') })}
              onClick={() => setDraft({ city, lines: lines.filter((line) => line.id !== id) })}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {KINDS.map((kind) => (
          <Button key={kind} onClick={() => add(kind)}>
            + {t(ADD[kind])}
          </Button>
        ))}
      </div>
      <p className="text-small text-ink2">{t('codeHint')}</p>
      <div>
        <SubmitButton>{t('storeTree', { count: areas.length })}</SubmitButton>
      </div>
    </Form>
  );
}
