import {
  defineArea,
  defineProcedure,
  defineService,
  emptyTree,
  setSessions,
  type Tree,
} from '../../lib/domain/tree.ts';
import { demoDefinitions } from '../../server/demo/demo-tree.ts';

/** The tree of the demonstration city. */
export function demoTree(): Tree {
  const tree = emptyTree();
  for (const { type, data } of demoDefinitions()) {
    if (type === 'area.defined') defineArea(tree, data);
    if (type === 'service.defined') defineService(tree, data);
    if (type === 'sessions.set') setSessions(tree, data);
    if (type === 'procedure.defined') defineProcedure(tree, data);
  }
  return tree;
}
