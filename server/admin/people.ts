import { reachOf } from '../../lib/domain/access/reach.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import {
  type AdministeredPerson,
  addPersonRequest,
  areaQuery,
  type PersonLine,
} from '../../lib/wire/access/administration.ts';
import { AppError } from '../errors.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { type AnyRoute, type Authorised, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { isAsked } from './asked-area.ts';

export const PEOPLE = '/api/v1/admin/people';

/** Areas that a change of a person touches; [undefined] where nobody has the code. */
export const placesOfPerson = ({ memory, now }: Pick<AdminDeps, 'memory' | 'now'>, person: string) =>
  reachOf(memory.rights, person, (area) => localDayIn(memory.tree, area, now())) ?? [undefined];

/** Who there is, and one more. */
export function peopleRoutes(deps: AdminDeps): AnyRoute[] {
  const { memory, people } = deps;

  /** A person as the caller may see one; null: not at all. */
  function shown(line: PersonLine, asked: string | undefined, may: Authorised<unknown>['may']) {
    const mine = (area: string | null): boolean => may('people.manage', area);
    const grants = line.grants.filter(({ area }) => mine(area));
    const officers = line.officers.filter(({ area }) => mine(area));
    const places = [...(mine(line.area) ? [line.area] : []), ...grants.map(({ area }) => area)];
    if (!places.some((area) => isAsked(memory.tree, asked, area))) return null;
    const changeable = placesOfPerson(deps, line.person).every((area) => area !== undefined && mine(area));
    const email = mine(line.area) ? line.email : null;
    return { ...line, email, grants, officers, changeable } satisfies AdministeredPerson;
  }

  return [
    route({
      method: 'GET',
      path: PEOPLE,
      need: 'people.manage',
      input: areaQuery,
      places: ({ area }) => (area === undefined ? [] : [area]),
      async handle({ input, may }) {
        const everybody = await people.list();
        return answer({ people: everybody.flatMap((line) => shown(line, input.area, may) ?? []) });
      },
    }),
    route({
      method: 'POST',
      path: PEOPLE,
      need: 'people.manage',
      input: addPersonRequest,
      places: ({ area }) => [area],
      async handle({ request, input, actor }) {
        const by = actor(input.area);
        const added = await people.add(input, by);
        if (!added.ok) return badFields(request, added.faults);
        const made = await people.link(added.person, by);
        if (!made) throw new AppError('no_person', 'somebody just added is gone');
        return answer(made, 201);
      },
    }),
  ];
}
