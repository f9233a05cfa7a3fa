import type { ClientBase, QueryResult } from 'pg';
import { AppError } from '../errors.ts';
import type { Statement } from './write-group.ts';

/**
 * A transaction whose statements are sent without waiting for the answer to the one before, so that the database works
 * on the first while the next is prepared. Whether they held, only `commit` says.
 */
export type Sending = {
  send(statement: Statement): void;
  /** Resolves when everything sent is on disk; rejects with the first error, and nothing of it is stored then. */
  commit(): Promise<void>;
  /** Takes back what was sent. Gives the error that matters: the database's first one, else `error`. */
  abandon(error: unknown): Promise<unknown>;
};

/** Begins on a client that pipelines. */
export function beginSending(client: ClientBase): Sending {
  const answers: Promise<QueryResult>[] = [];
  const ask = (answer: Promise<QueryResult>): void => {
    // Heard in `ended`; until then a refusal is nobody's unhandled error.
    answer.catch(() => undefined);
    answers.push(answer);
  };
  const ended = async (): Promise<{ last: QueryResult | null } | { error: unknown }> => {
    let last: QueryResult | null = null;
    let failed: { error: unknown } | null = null;
    for (const answer of await Promise.allSettled(answers)) {
      if (answer.status === 'fulfilled') last = answer.value;
      else failed ??= { error: answer.reason };
    }
    return failed ?? { last };
  };
  ask(client.query('BEGIN'));
  return {
    send: ({ name, text, values }) => ask(client.query({ name, text, values })),
    async commit() {
      ask(client.query('COMMIT'));
      const end = await ended();
      if ('error' in end) throw end.error;
      // A transaction that failed answers COMMIT with ROLLBACK and no error.
      if (end.last?.command !== 'COMMIT')
        throw new AppError('not_committed', 'the database did not commit the group');
    },
    async abandon(error) {
      ask(client.query('ROLLBACK'));
      const end = await ended();
      return 'error' in end ? end.error : error;
    },
  };
}
