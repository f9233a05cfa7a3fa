'use client';
import { useTranslations } from 'use-intl';
import type { PersonLine } from '../../lib/wire/access/administration.ts';
import { useAreaName } from './areas-provider.tsx';
import { useDays } from './use-days.ts';

type Grant = Pick<PersonLine['grants'][number], 'role' | 'area' | 'fromDay' | 'toDay'>;

/** "Lãnh đạo · Khu vực Sông Ngân", with its days where it has any. */
export function GrantText({ grant }: { grant: Grant }) {
  const roles = useTranslations('roles');
  const nameOf = useAreaName();
  const days = useDays()(grant);
  return (
    <>
      <span className="font-medium">{roles(grant.role)}</span>
      <span className="text-ink2"> · {nameOf(grant.area)}</span>
      {days !== '' && <span className="block text-small text-ink2">{days}</span>}
    </>
  );
}
