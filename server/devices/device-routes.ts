import type { Auth } from '../auth/auth.ts';
import type { Core } from '../core.ts';
import type { AnyRoute } from '../http/route.ts';
import { counterRoutes } from './counter-routes.ts';
import { createInTurn } from './in-turn.ts';
import { kioskRoutes } from './kiosk-routes.ts';
import { padRoutes } from './pad-routes.ts';
import { createStateWatch } from './state-watch.ts';

/** What devices ask for and tell; each speaks of its own unit, and of its own counter, alone (K16). */
export function deviceRoutes(
  core: Core,
  { ticketCodes, laterCodes }: Pick<Auth, 'ticketCodes' | 'laterCodes'>,
): AnyRoute[] {
  const inTurn = createInTurn();
  const watch = createStateWatch(core.accept);
  return [
    ...counterRoutes(core, inTurn, watch),
    ...kioskRoutes(core, inTurn, watch, ticketCodes),
    ...padRoutes(core, watch, laterCodes),
  ];
}
