import {
  type AreaDefinition,
  defineArea,
  defineService,
  emptyTree,
  type ServiceDefinition,
  type SessionDefinition,
  setSessions,
  setTarget,
  type TargetDefinition,
  type Tree,
} from './tree.ts';

/** A tree as lists of its definitions: what can be written down. */
export type TreeLists = {
  areas: AreaDefinition[];
  services: ServiceDefinition[];
  targets: TargetDefinition[];
  sessions: SessionDefinition[];
};

export const listsOfTree = (tree: Tree): TreeLists => ({
  areas: [...tree.areas.values()],
  services: [...tree.services.values()].flat(),
  targets: [...tree.targets.values()].flat(),
  sessions: [...tree.sessions.values()].flat(),
});

export function treeOfLists(lists: TreeLists): Tree {
  const tree = emptyTree();
  for (const area of lists.areas) defineArea(tree, area);
  for (const service of lists.services) defineService(tree, service);
  for (const target of lists.targets) setTarget(tree, target);
  for (const sessions of lists.sessions) setSessions(tree, sessions);
  return tree;
}
