import type { AnyRoute } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { alertRuleRoutes } from './alert-rules.ts';
import { auditRoutes } from './audit.ts';
import { calendarRoutes } from './calendar.ts';
import { checklistRoutes } from './checklists.ts';
import { conductRoutes } from './conduct.ts';
import { deviceRoutes } from './devices.ts';
import { grantRoutes } from './grants.ts';
import { keyRoutes } from './keys.ts';
import { officerLinkRoutes } from './officers.ts';
import { peopleRoutes } from './people.ts';
import { personRoutes } from './person.ts';
import { policyRoutes } from './policy.ts';
import { priorityRoutes } from './priority.ts';
import { publicFigureRoutes } from './public-figures.ts';
import { surveyRoutes } from './surveys.ts';
import { treeRoutes } from './tree.ts';
import { wallRoutes } from './walls.ts';

/** Everything below `/api/v1/admin`. */
export const administrationRoutes = (deps: AdminDeps): AnyRoute[] => [
  ...peopleRoutes(deps),
  ...personRoutes(deps),
  ...grantRoutes(deps),
  ...officerLinkRoutes(deps),
  ...keyRoutes(deps),
  ...wallRoutes(deps),
  ...deviceRoutes(deps),
  ...treeRoutes(deps),
  ...calendarRoutes(deps),
  ...alertRuleRoutes(deps),
  ...conductRoutes(deps),
  ...priorityRoutes(deps),
  ...publicFigureRoutes(deps),
  ...surveyRoutes(deps),
  ...checklistRoutes(deps),
  ...policyRoutes(deps),
  ...auditRoutes(deps),
];
