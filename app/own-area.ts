import { loadAreas, loadMe } from './load-from-api.ts';
import { rootsOf } from './roots-of.ts';

/** Where the reader's first role is held, else the top of what may be seen; null: there is nothing yet, or nobody asks. */
export async function ownArea(): Promise<string | null> {
  const [me, areas] = await Promise.all([loadMe(), loadAreas()]);
  const held = me.kind === 'ok' ? me.value.roles.find((role) => role.area !== null)?.area : null;
  return held?.code ?? (areas.kind === 'ok' ? (rootsOf(areas.value.areas)[0]?.code ?? null) : null);
}
