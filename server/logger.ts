import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Env } from './env.ts';
import { errorCode } from './errors.ts';

export type { Logger } from 'pino';

// What may identify a person or open a door, wherever it stands in the first three levels of a line.
const secret = [
  'authorization',
  'cookie',
  'key',
  'token',
  'password',
  'connectionString',
  'comment',
  'contact',
  'text',
];
const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * An error as a log line shows it. PostgreSQL repeats stored values in `detail` and `where`, and in the message of
 * data exceptions (class 22): those are left out.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = errorCode(error);
  const { cause } = error;
  return {
    type: error.name,
    code,
    message: code?.startsWith('22') && code.length === 5 ? 'data exception' : error.message,
    frames: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** JSON lines on standard output (or `destination`), time in ISO 8601, without secrets and personal fields. */
export function createLogger(level: Env['LOG_LEVEL'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths, censor: '[…]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
