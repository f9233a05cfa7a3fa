import { YAxis, type YAxisTickContentProps } from 'recharts';
import type { NameRows } from './name-rows.ts';
import { NameTick } from './name-tick.tsx';

type NamesAxisProps<T> = { names: NameRows<T>; bold?: (row: T) => boolean };

/** Names down the side, one line or two each, where their rows are. */
export function NamesAxis<T>({ names: { rows, height, width }, bold }: NamesAxisProps<T>) {
  return (
    <YAxis
      type="number"
      dataKey="middle"
      reversed
      domain={[0, height]}
      ticks={rows.map((row) => row.middle)}
      interval={0}
      width={width}
      axisLine={false}
      tickLine={false}
      tick={(tick: YAxisTickContentProps) => {
        const row = rows[tick.index];
        return <NameTick tick={tick} row={row} bold={row && bold?.(row)} />;
      }}
    />
  );
}
