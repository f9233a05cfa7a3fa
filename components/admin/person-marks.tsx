'use client';
import { useTranslations } from 'use-intl';
import type { PersonLine } from '../../lib/wire/access/administration.ts';
import { Tag } from '../ui/tag.tsx';
import { type PersonState, personState } from './person-state.ts';

const TONES = { active: 'met', invited: 'attention', disabled: 'silent' } as const satisfies Record<
  PersonState,
  string
>;

/** Whether somebody can sign in, and whether a second factor is on. */
export function PersonMarks({ person }: { person: PersonLine }) {
  const t = useTranslations('admin.people');
  const state = personState(person);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>
      {person.secondFactor && <Tag>{t('secondFactor')}</Tag>}
    </span>
  );
}
