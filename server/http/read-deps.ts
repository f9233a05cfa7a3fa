import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Board } from '../../lib/wire/board.ts';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import type { ReadContext } from '../read/context.ts';

export type Authority = { ok: true } | { ok: false; code: ErrorCode };

export type ReadDeps = {
  context: ReadContext;
  /** Whether the caller may read an area (null: anything at all). A code that no area has is nobody's. */
  authorise(request: IncomingMessage, area: string | null): Authority | Promise<Authority>;
  board(code: string): Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
};

export type ReadApp = Hono<{ Bindings: HttpBindings }>;
