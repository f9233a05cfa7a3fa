/** Things to do at their instants, earliest first; those of one instant in the order they were put in. */
export type Agenda = { put(at: number, act: (at: number) => void): void; run(): void };

export function agenda(): Agenda {
  const items: { at: number; act: (at: number) => void }[] = [];
  return {
    put(at, act) {
      let place = items.length;
      while (place > 0 && (items[place - 1]?.at ?? 0) > at) place -= 1;
      items.splice(place, 0, { at, act });
    },
    run() {
      for (let item = items.shift(); item; item = items.shift()) item.act(item.at);
    },
  };
}
