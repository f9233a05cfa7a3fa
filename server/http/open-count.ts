/** How many of something each holds open. */
export type OpenCount = {
  /** One more, unless there are `most`. */
  open(who: string, most: number): boolean;
  close(who: string): void;
};

export function createOpenCount(): OpenCount {
  const counts = new Map<string, number>();
  return {
    open(who, most) {
      const held = counts.get(who) ?? 0;
      if (held >= most) return false;
      counts.set(who, held + 1);
      return true;
    },
    close(who) {
      const left = (counts.get(who) ?? 0) - 1;
      if (left > 0) counts.set(who, left);
      else counts.delete(who);
    },
  };
}
