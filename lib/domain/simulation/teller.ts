import type { DataOf, SourceEvent, SourceType } from '../events/registry.ts';

/** Collects the events of a block; instants are cut to whole seconds, as machines tell them. */
export type Teller = {
  tell<T extends SourceType>(type: T, at: number, id: string, data: DataOf<T>): void;
  /** Everything told, in the order of time. */
  told(): SourceEvent[];
};

/** Who tells: a unit within one of its sessions. */
type Told = { profile: { unit: string }; source: string; block: string; day: string };

export function tellerOf({ profile, source, block, day }: Told): Teller {
  const events: SourceEvent[] = [];
  return {
    tell(type, at, id, data) {
      const whole = Math.floor(at / 1000) * 1000;
      // `data` is of `type`, which a generic member of the union cannot show.
      events.push({
        source,
        id: `${profile.unit}/${day}/${block}/${id}`,
        type,
        unit: profile.unit,
        at: whole,
        data,
      } as SourceEvent);
    },
    told: () => events.sort((a, b) => a.at - b.at),
  };
}
