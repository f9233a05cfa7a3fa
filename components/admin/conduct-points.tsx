'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ConductPoint } from '../../lib/domain/events/conduct.ts';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { Button } from '../ui/button.tsx';
import { plainCode } from './plain-code.ts';

/** A point under edit; `point` null: a new one, whose code follows from its words. */
export type TypedPoint = { key: number; point: string | null; begun: Partial<ConductPoint> };

export const typedPoints = (points: readonly ConductPoint[]): TypedPoint[] =>
  points.map((begun, key) => ({ key, point: begun.point, begun }));

const WORDS = ['text', 'lack', 'textEn', 'lackEn'] as const;

/** What was typed of them, in their order; what is left empty is not sent, and so named by the server. */
export const pointsTyped = (values: FormValues, points: readonly TypedPoint[]) =>
  points.map(({ key, point }) => ({
    point: point ?? plainCode(values.text(`text-${key}`)),
    ...Object.fromEntries(WORDS.map((word) => [word, values.optional(`${word}-${key}`)])),
  }));

type ConductPointsProps = {
  points: readonly TypedPoint[];
  onChange: (points: readonly TypedPoint[]) => void;
};

/** The points of an own code of conduct: each as praise and as what was lacking, in both languages. */
export function ConductPoints({ points, onChange }: ConductPointsProps) {
  const t = useTranslations('conduct');
  const id = useId();
  const next = points.reduce((most, { key }) => Math.max(most, key), -1) + 1;
  return (
    <fieldset className="grid gap-3 sm:col-span-2">
      <legend className="font-semibold">{t('points', { count: points.length })}</legend>
      <p className="text-small text-ink2">{t('pointsHint')}</p>
      {points.map(({ key, begun }, index) => (
        <section
          key={key}
          aria-labelledby={`${id}-${key}`}
          className="grid gap-x-4 gap-y-2 rounded-lg border border-line p-3 sm:grid-cols-2"
        >
          <div className="flex items-center justify-between gap-3 sm:col-span-2">
            <h4 id={`${id}-${key}`} className="text-small font-semibold">
              {t('point', { n: index + 1 })}
            </h4>
            {points.length > 1 && (
              <Button
                aria-label={t('removeOne', { n: index + 1 })}
                onClick={() => onChange(points.filter((one) => one.key !== key))}
              >
                {t('remove')}
              </Button>
            )}
          </div>
          {WORDS.map((word) => (
            <Field
              key={word}
              name={`${word}-${key}`}
              label={t(word)}
              pointer={`/points/${index}/${word}`}
              defaultValue={begun[word]}
              maxLength={80}
              autoComplete="off"
            />
          ))}
        </section>
      ))}
      {points.length < 20 && (
        <div>
          <Button onClick={() => onChange([...points, { key: next, point: null, begun: { lack: 'chưa ' } }])}>
            {t('add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
