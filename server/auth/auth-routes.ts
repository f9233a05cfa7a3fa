import type { Core } from '../core.ts';
import { pairingRoutes } from '../devices/pairing-routes.ts';
import type { AnyRoute } from '../http/route.ts';
import { accountRoutes } from './account-routes.ts';
import type { Auth } from './auth.ts';
import { loanRoutes } from './loan-routes.ts';
import { lookRoutes } from './look-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { wallSessionRoutes } from './wall-session-routes.ts';

/** Every route of signing in and of the own account. */
export const authRoutes = (core: Core, auth: Auth): AnyRoute[] => [
  ...signInRoutes(core, auth),
  ...accountRoutes(core, auth),
  ...loanRoutes(core, auth),
  ...lookRoutes(core),
  ...wallSessionRoutes(core, auth),
  ...pairingRoutes(core, auth),
];
