'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FORMAT_WORDS } from '../../lib/i18n/format-words.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { clockTime, type SessionSet, WEEKDAYS } from './week-plan.ts';

type Line = { id: number; weekday: number; from: string; to: string };
const AT = '/definitions/0/data';
const WORKDAYS: readonly number[] = [2, 3, 4, 5];

const linesOf = (now: SessionSet | null): Line[] =>
  WEEKDAYS.flatMap((weekday) =>
    (now?.spans ?? []).filter((span) => span.weekday === weekday).sort((a, b) => (a.from < b.from ? -1 : 1)),
  ).map(({ weekday = 1, from, to }, id) => ({ id, weekday, from, to }));

/** The opening sessions of a week from a day on; begins as what holds now. */
export function WeekForm({
  area,
  now,
  onDone,
}: {
  area: string;
  now: SessionSet | null;
  onDone: () => void;
}) {
  const t = useTranslations('admin.hours');
  const admin = useTranslations('admin');
  const format = useFormat();
  const [lines, setLines] = useState(() => linesOf(now));
  const form = useForm<Defined>({
    path: '/admin/areas',
    body: (values) => ({
      definitions: [
        {
          type: 'sessions.set',
          data: {
            area,
            scope: 'week',
            fromDay: values.optional('fromDay'),
            source: values.optional('source'),
            spans: lines.map(({ weekday, from, to }) => ({
              weekday,
              from: clockTime(from),
              to: clockTime(to),
            })),
          },
        },
      ],
    }),
    onDone,
  });
  // In the order in which they are sent: a fault names a span by its place.
  const put = (next: Line[]): void =>
    setLines(WEEKDAYS.flatMap((day) => next.filter(({ weekday }) => weekday === day)));
  const add = (weekday: number): void =>
    put([...lines, { id: Math.max(0, ...lines.map(({ id }) => id)) + 1, weekday, from: '', to: '' }]);
  const change = (id: number, part: Partial<Line>): void =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const copyMonday = (): void => {
    const monday = lines.filter(({ weekday }) => weekday === 1);
    const copies = WORKDAYS.flatMap((weekday) => monday.map(({ from, to }) => ({ weekday, from, to })));
    const kept = lines.filter(({ weekday }) => !WORKDAYS.includes(weekday));
    put([...kept, ...copies].map((line, id) => ({ ...line, id })));
  };
  const { weekdays } = FORMAT_WORDS[format.locale];
  return (
    <Form form={form} label={t('changeWeek')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="fromDay" type="date" label={t('fromDay')} pointer={`${AT}/fromDay`} />
        <Field
          name="source"
          label={admin('source')}
          hint={admin('sourceHint')}
          pointer={`${AT}/source`}
          optional
        />
      </div>
      {WEEKDAYS.map((weekday) => (
        <fieldset key={weekday} className="border-t border-grid pt-2">
          <legend className="float-left w-28 pt-1.5 font-medium">{weekdays[weekday - 1]}</legend>
          <div className="ml-28 grid gap-2">
            {lines.map(
              (line, i) =>
                line.weekday === weekday && (
                  <SpanLine
                    key={line.id}
                    index={i}
                    line={line}
                    onChange={(part) => change(line.id, part)}
                    onRemove={() => put(lines.filter(({ id }) => id !== line.id))}
                  />
                ),
            )}
            <span className="flex flex-wrap gap-2">
              <Button onClick={() => add(weekday)}>{t('addSpan')}</Button>
              {weekday === 1 && <Button onClick={copyMonday}>{t('copyMonday')}</Button>}
            </span>
          </div>
        </fieldset>
      ))}
      <div>
        <SubmitButton>{admin('save')}</SubmitButton>
      </div>
    </Form>
  );
}

type SpanLineProps = {
  index: number;
  line: Line;
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
};

function SpanLine({ index, line, onChange, onRemove }: SpanLineProps) {
  const t = useTranslations('admin.hours');
  const at = `${AT}/spans/${index}`;
  return (
    <div className="flex items-end gap-2">
      <Field
        name={`from-${line.id}`}
        label={t('from')}
        pointer={`${at}/from`}
        placeholder="07:30"
        inputMode="numeric"
        value={line.from}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <Field
        name={`to-${line.id}`}
        label={t('to')}
        pointer={`${at}/to`}
        placeholder="11:30"
        inputMode="numeric"
        value={line.to}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <Button
        className="mb-0.5 shrink-0"
        aria-label={t('removeSpan', { from: line.from, to: line.to })}
        onClick={onRemove}
      >
        ✕
      </Button>
    </div>
  );
}
