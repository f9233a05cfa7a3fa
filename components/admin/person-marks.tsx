'use client';
import { useTranslations } from 'use-intl';
import type { PersonLine } from '../../lib/wire/access/administration.ts';
import { Tag } from '../ui/tag.tsx';
import { personState } from './person-state.ts';

const TONES = { invited: 'attention', disabled: 'silent' } as const;

/** Whether somebody can sign in, and whether a second factor is on. */
export function PersonMarks({ person }: { person: PersonLine }) {
  const t = useTranslations('admin.people');
  const state = personState(person);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {state === 'active' ? (
        <span className="text-small text-ink2">{t('states.active')}</span>
      ) : (
        <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>
      )}
      {person.secondFactor && <Tag>{t('secondFactor')}</Tag>}
    </span>
  );
}
