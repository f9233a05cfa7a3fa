'use client';
import { useTranslations } from 'use-intl';
import { Field } from '../forms/field.tsx';

type HoursFieldsProps = { fromClock?: string; toClock?: string };

/** From when to when on the day. */
export function HoursFields({ fromClock = '08:00', toClock = '11:30' }: HoursFieldsProps) {
  const t = useTranslations('meetings');
  return (
    <div className="grid grid-cols-2 gap-4">
      <Field name="fromClock" type="time" label={t('fromClock')} defaultValue={fromClock} />
      <Field name="toClock" type="time" label={t('toClock')} defaultValue={toClock} />
    </div>
  );
}
