import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { ActionName } from '../../lib/domain/access/action.ts';
import type { Subject } from '../../lib/domain/access/can.ts';
import type { Actor } from '../log/actor.ts';
import type { Memory } from '../log/memory.ts';
import type { HeavyKind } from './limits.ts';

export type Params = Readonly<Record<string, string>>;

/** Areas a request touches. null: the whole installation. undefined: something that does not exist. */
export type Places = readonly (string | null | undefined)[];

export type Asked<I> = {
  input: I;
  params: Params;
  request: Request;
  incoming: IncomingMessage;
  /** Network address of who asks. */
  from: string;
};

/** What a handler hears of an authorised request. */
export type Authorised<I> = Asked<I> & {
  /** null on public routes, where nobody needs to be known. */
  subject: Subject | null;
  may(action: ActionName, area: string | null): boolean;
  /** Who does it, for the log. */
  actor(area: string | null): Actor;
};

/** What it takes: an action of the table, to be a person acting on the own account, or nothing. */
export type Need = ActionName | 'own' | 'public';

export type Route<I = unknown> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  need: Need;
  /** Needed instead where the caller asks for the whole as a file. */
  csvNeed?: ActionName;
  /** The query of a GET or DELETE, else the JSON body. */
  input: z.ZodType<I>;
  /** Costs the machine a second or more: only so many at once (HEAVY). Files of lists are known by what is asked for. */
  heavy?: Exclude<HeavyKind, 'export'>;
  /** The body brings a file in base64, and may be as long as that needs. */
  withFile?: true;
  /**
   * Absent: anywhere will do, and the handler shows only what `may` allows. `mayIn`: whether the caller may what the
   * route needs in an area.
   */
  places?(input: I, params: Params, memory: Memory, mayIn: (area: string) => boolean): Places;
  handle(authorised: Authorised<I>): Promise<Response> | Response;
};

/** A route of the table: its input's type stays between its own functions. */
export type AnyRoute = Route<never>;
export const route = <I>(declared: Route<I>): AnyRoute => declared as unknown as AnyRoute;
