import { redirect } from 'next/navigation';
import { sectionsFor } from '../../components/admin/sections.ts';
import { loadMe } from '../load-from-api.ts';

/** Leads to the first page that has something for this person; the layout says where there is none. */
export default async function AdminPage() {
  const me = await loadMe();
  const [first] = me.kind === 'ok' ? sectionsFor(me.value.roles) : [];
  if (first) redirect(first.href);
  return null;
}
