import type { KeyRight } from '../../lib/domain/access/action.ts';
import type { Refusal } from '../../lib/domain/events/envelope.ts';
import type { DataOf, ServerType, SourceEvent } from '../../lib/domain/events/registry.ts';
import type { Actor } from './actor.ts';

/** A key as the log defines it; `hash` is the SHA-256 (hex) of the secret, which is stored nowhere. */
export type Key = {
  key: string;
  hash: string;
  name: string;
  area: string;
  sources: string[];
  rights: KeyRight[];
  types: string[];
  createdAt: number;
  revokedAt: number | null;
};

/**
 * Who hands events in: a key; the operator of this machine through the control socket or the command line; a person at an
 * address or a device, whose rights the guard of the routes has asked for; or the server for its own watch.
 */
export type Submitter =
  | { kind: 'key'; key: Key }
  | { kind: 'operator' }
  | { kind: 'person'; from: string }
  | { kind: 'device'; device: string }
  | { kind: 'server' };

/** A definition that only the server writes; `area` is the log's unit for it. */
export type Definition = { [T in ServerType]: { type: T; data: DataOf<T> } }[ServerType];

export type Outcome =
  | { status: 'stored'; seq: number }
  | { status: 'duplicate'; seq: number }
  | { status: 'rejected'; error: Refusal };

/**
 * The one door into the log. Outcomes come in the order of what was handed in, after everything stored is on disk.
 * Throws AppError('not_recording') when nothing can be written now; nothing of that call was stored then.
 */
export type Door = {
  submit(events: SourceEvent[], by: Submitter): Promise<Outcome[]>;
  define(definitions: Definition[], by: Actor): Promise<Outcome[]>;
};
