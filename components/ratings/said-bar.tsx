type SaidBarProps = {
  name: string;
  /** What the bar says, in words. */
  text: string;
  good: number;
  bad: number;
  /** The longest bar of the group. */
  most: number;
};

/** One line of a group of bars: what was praised beside what was lacking. The words say the same. */
export function SaidBar({ name, text, good, bad, most }: SaidBarProps) {
  const width = (n: number): string => `${most === 0 ? 0 : (n / most) * 100}%`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 py-1">
      <span className="min-w-0 text-small wrap-anywhere">{name}</span>
      <span className="text-small whitespace-nowrap text-ink2">{text}</span>
      <span aria-hidden="true" className="col-span-2 mt-0.5 flex h-2 gap-px rounded-full bg-grid">
        {good > 0 && <span className="rounded-l-full bg-brand" style={{ width: width(good) }} />}
        {bad > 0 && <span className="rounded-r-full bg-ink3" style={{ width: width(bad) }} />}
      </span>
    </li>
  );
}
