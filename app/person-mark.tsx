import { SignOut } from '../components/account/sign-out.tsx';
import { mayAnywhere } from '../components/admin/sections.ts';
import type { HeldRole } from '../lib/wire/access/account.ts';
import { loadMe } from './load-from-api.ts';
import { readerOf } from './reader.ts';
import { wordsOf } from './words-of.ts';

const LINK = 'block rounded-md px-2 py-1.5 font-semibold hover:bg-grid pointer-coarse:py-3';

/** Who is signed in, for what and for whom, with the way to the account and out. Drawn by the server. */
export async function PersonMark() {
  const [{ locale }, me] = await Promise.all([readerOf(), loadMe()]);
  if (me.kind !== 'ok') return null;
  const [roles, account] = await Promise.all([wordsOf(locale, 'roles'), wordsOf(locale, 'account')]);
  const { name, roles: held, administers } = me.value;
  const roleText = ({ role, area, onBehalfOf }: HeldRole): string =>
    `${roles(role)} · ${area?.name ?? roles('everything')}${onBehalfOf ? ` · ${roles('for', { name: onBehalfOf.name })}` : ''}`;
  const [first] = held;
  return (
    <>
      <button
        type="button"
        popoverTarget="person"
        title={first && roleText(first)}
        className="flex items-center gap-2 rounded-full text-small pointer-coarse:min-h-11"
      >
        <span
          aria-hidden="true"
          className="grid size-7 place-items-center rounded-full bg-brand-soft font-semibold text-brand"
        >
          {name.trim().split(/\s+/).at(-1)?.charAt(0).toUpperCase()}
        </span>
        <span className="max-w-28 text-left leading-tight font-semibold wrap-anywhere max-2xl:sr-only">
          {name}
        </span>
      </button>
      <div
        id="person"
        popover="auto"
        className="fixed inset-[3.4rem_0.75rem_auto_auto] m-0 w-72 rounded-panel border border-line bg-panel p-2 text-ink shadow-float"
      >
        <p className="px-2 pt-1 font-semibold">{name}</p>
        <ul className="px-2 pb-2 text-small text-ink2">
          {held.map((role) => (
            <li key={`${role.grant} ${role.onBehalfOf?.person ?? ''}`}>{roleText(role)}</li>
          ))}
        </ul>
        {mayAnywhere(held, 'lists.read') && (
          <a href="/suggestions" className={LINK}>
            {account('book')}
          </a>
        )}
        {mayAnywhere(held, 'lists.read') && (
          <a href="/inspections" className={LINK}>
            {account('inspections')}
          </a>
        )}
        <a href="/account" className={LINK}>
          {account('title')}
        </a>
        {administers && (
          <a href="/admin" className={LINK}>
            {roles('admin')}
          </a>
        )}
        <SignOut className={`${LINK} w-full text-left`}>{account('signOut')}</SignOut>
      </div>
    </>
  );
}
