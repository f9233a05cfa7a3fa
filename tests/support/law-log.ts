import fc from 'fast-check';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { Core } from '../../server/core.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { type Finding, verify } from '../../server/log/verify.ts';
import { arbitraryEvents } from './arbitrary-events.ts';
import { LAW_UNITS } from './law-city.ts';
import { cityDefinitions, cityNames, inCity, LAW_NOW } from './law-core.ts';

/** The same believable and weird events of a law city at every call: everything but what lies ahead of the clock. */
function lawEvents(seed: number, runs = 6): SourceEvent[] {
  const lists = fc.sample(arbitraryEvents(LAW_UNITS), { seed, numRuns: runs });
  return lists.flatMap((events, list) =>
    events.filter(({ at }) => at <= LAW_NOW).map((event) => ({ ...event, id: `${list}-${event.id}` })),
  );
}

/** Defines a law city with a key and stores such events in it, those of every third portion by the key. */
export async function fillCity(core: Core, seed = 1) {
  const names = cityNames();
  await core.door.define(
    [
      ...cityDefinitions(names),
      {
        type: 'key.created',
        data: {
          key: `k_${names.city}`,
          hash: Buffer.from(names.city.padEnd(32)).toString('hex').slice(0, 64),
          name: 'máy lấy số',
          area: names.city,
          sources: [],
          rights: ['write', 'import'],
          types: [],
        },
      },
    ],
    OPERATOR,
  );
  const key = core.memory.keys.get(`k_${names.city}`);
  const events = inCity(lawEvents(seed), names);
  for (let from = 0; from < events.length; from += 20)
    await core.door.submit(
      events.slice(from, from + 20),
      key && from % 3 === 0 ? { kind: 'key', key } : { kind: 'operator' },
    );
  return { names, events };
}

/** Everything that `verify` finds. */
export async function findingsIn(connectionString: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  await verify(connectionString, { found: (finding) => findings.push(finding), onEvents: () => undefined });
  return findings;
}
