'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { ROLES } from '../../lib/domain/access/role.ts';
import type { AdministeredPerson } from '../../lib/wire/access/administration.ts';
import { useApi } from '../forms/use-api.ts';
import { Notice } from '../ui/notice.tsx';
import { ActionLink } from './action-link.tsx';
import { FilterSelect } from './filter-select.tsx';
import { GrantText } from './grant-text.tsx';
import { type Column, ListTable } from './list-table.tsx';
import { Loaded } from './loaded.tsx';
import { PageHead } from './page-head.tsx';
import { PersonMarks } from './person-marks.tsx';
import { PERSON_STATES, personState } from './person-state.ts';
import { useInstant } from './use-days.ts';
import { useUrlText } from './use-url-text.ts';

/** Everybody this administrator administers: what they hold, whether they can sign in, when they were last here. */
export function PersonList() {
  const t = useTranslations('admin.people');
  const [state, reload] = useApi<{ people: AdministeredPerson[] }>('/admin/people');
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        actions={
          <ActionLink href="/admin/people/new" look="primary">
            {t('add')}
          </ActionLink>
        }
      />
      <Loaded state={state} reload={reload}>
        {({ people }) => <People people={people} />}
      </Loaded>
    </>
  );
}

function People({ people }: { people: readonly AdministeredPerson[] }) {
  const t = useTranslations('admin.people');
  const roles = useTranslations('roles');
  const instant = useInstant();
  const [state] = useUrlText('state');
  const [role] = useUrlText('role');
  const rows = people.filter(
    (person) =>
      (state === '' || personState(person) === state) &&
      (role === '' || person.grants.some((grant) => grant.role === role)),
  );
  const columns: Column<AdministeredPerson>[] = [
    {
      key: 'name',
      title: t('name'),
      order: ({ name }) => name,
      cell: (person) => (
        <>
          <Link
            href={`/admin/people/${encodeURIComponent(person.person)}`}
            prefetch={false}
            className="inline-flex items-center font-semibold wrap-anywhere hover:underline pointer-coarse:min-h-11"
          >
            {person.name}
          </Link>
          <span className="block text-small wrap-anywhere text-ink2">
            {person.login}
            {person.email !== null && ` · ${person.email}`}
          </span>
        </>
      ),
    },
    {
      key: 'roles',
      title: t('roles'),
      order: ({ grants }) => grants[0]?.role ?? null,
      cell: ({ grants }) =>
        grants.length === 0 ? (
          <span className="text-ink2">{t('noRole')}</span>
        ) : (
          <ul className="min-w-0 wrap-anywhere">
            {grants.map((grant) => (
              <li key={grant.grant}>
                <GrantText grant={grant} />
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'state',
      title: t('state'),
      order: (person) => PERSON_STATES.indexOf(personState(person)),
      cell: (person) => <PersonMarks person={person} />,
    },
    {
      key: 'seen',
      title: t('lastSeen'),
      order: ({ lastSeenAt }) => (lastSeenAt === null ? null : Date.parse(lastSeenAt)),
      cell: ({ lastSeenAt }) => (
        <span className="text-small whitespace-nowrap text-ink2">{instant(lastSeenAt)}</span>
      ),
    },
  ];
  return (
    <ListTable
      label={t('title')}
      rows={rows}
      columns={columns}
      keyOf={({ person }) => person}
      text={({ name, login, email }) => `${name} ${login} ${email ?? ''}`}
      find={t('find')}
      filters={
        <>
          <FilterSelect
            name="state"
            label={t('state')}
            any={t('anyState')}
            options={PERSON_STATES.map((value) => ({ value, text: t(`states.${value}`) }))}
          />
          <FilterSelect
            name="role"
            label={t('roles')}
            any={t('anyRole')}
            options={ROLES.map((value) => ({ value, text: roles(value) }))}
          />
        </>
      }
      empty={
        people.length === 0 ? (
          <Notice title={t('noneTitle')} reason={t('noneReason')} />
        ) : (
          <Notice title={t('noneFitTitle')} reason={t('noneFitReason')} />
        )
      }
    />
  );
}
