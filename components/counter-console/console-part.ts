import type { CounterAct, CounterConsole } from '../../lib/wire/device/counter-console.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'request'> : never;
/** An act as it is pressed; the id under which it is sent comes with the sending. */
export type Pressed = WithoutId<CounterAct>;

/** What every part of the console is given. `ahead`: milliseconds that the server's clock is ahead of this one. */
export type ConsolePartProps = {
  console: CounterConsole;
  ahead: number;
  busy: boolean;
  press: (act: Pressed) => void;
};
