import { describe, expect, test } from 'vitest';
import { AppError } from '../../server/errors.ts';
import { createLogger } from '../../server/logger.ts';

function logged(fields: object): { line: string; entry: Record<string, unknown> } {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
  logger.debug(fields, 'below the level');
  logger.info(fields, 'something.happened');
  expect(lines).toHaveLength(1);
  const [line = ''] = lines;
  return { line, entry: JSON.parse(line) };
}

describe('a log line', () => {
  test('is JSON with level, time and message', () => {
    expect(logged({ seq: 7 }).entry).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      seq: 7,
      msg: 'something.happened',
    });
  });

  test.each([
    'authorization',
    'cookie',
    'key',
    'token',
    'password',
    'connectionString',
    'comment',
    'contact',
    'text',
  ])('never shows %s, at any of three depths (1-product, rule 5)', (name) => {
    const { line } = logged({
      [name]: 'td_hush',
      req: { [name]: 'td_hush', headers: { [name]: 'td_hush' } },
    });
    expect(line).not.toContain('hush');
  });

  test('shows an error with its code and causes, not the stored values PostgreSQL repeats', () => {
    const stored = 'invalid input syntax for type integer: "0912345678"';
    const database = Object.assign(new Error(stored), {
      code: '22P02',
      detail: 'Key (contact)=(0912345678)',
    });
    const { line, entry } = logged({ err: new AppError('accept_failed', 'The group failed', database) });
    expect(line).not.toContain('0912345678');
    expect(entry.err).toMatchObject({
      type: 'AppError',
      code: 'accept_failed',
      message: 'The group failed',
      frames: expect.arrayContaining([expect.stringContaining('logger.test.ts')]),
      cause: { code: '22P02', message: 'data exception' },
    });
  });
});
