import { type ActionName, actionOf } from '../../lib/domain/access/action.ts';
import type { HeldRole } from '../../lib/wire/access/account.ts';

export type SectionKey = 'areas' | 'people' | 'keys' | 'walls' | 'audit' | 'policy';
/** `also`: other addresses that belong to it. */
export type Section = { key: SectionKey; href: string; also?: readonly string[] };

/** `whole`: only for whoever holds the whole installation. */
const SECTIONS: readonly (Section & { needs: readonly ActionName[]; whole?: true })[] = [
  {
    key: 'areas',
    href: '/admin/areas',
    also: ['/admin/new-area', '/admin/import-areas'],
    needs: ['tree.define', 'targets.set'],
  },
  { key: 'people', href: '/admin/people', needs: ['people.manage'] },
  { key: 'keys', href: '/admin/keys', needs: ['keys.manage'] },
  { key: 'walls', href: '/admin/walls', needs: ['walls.manage'] },
  { key: 'audit', href: '/admin/audit', needs: ['audit.read'] },
  { key: 'policy', href: '/admin/policy', needs: ['policy.set'], whole: true },
];

type Held = Pick<HeldRole, 'role' | 'area'>;

/** Whether any role allows it anywhere. What is shown follows it; what is done the server decides. */
export const mayAnywhere = (roles: readonly Held[], action: ActionName): boolean =>
  roles.some(({ role }) => actionOf(action).roles.includes(role));

/** Whether a role allows it in an area, which is the last of `line`: the codes from the root down to it. */
export const mayIn = (roles: readonly Held[], action: ActionName, line: readonly string[]): boolean =>
  mayAnywhere(
    roles.filter(({ area }) => area === null || line.includes(area.code)),
    action,
  );

/** The pages of administration that have something for these roles. */
export const sectionsFor = (roles: readonly Held[]): Section[] =>
  SECTIONS.filter(({ needs, whole }) => {
    const fitting = whole ? roles.filter(({ area }) => area === null) : roles;
    return needs.some((action) => mayAnywhere(fitting, action));
  });
