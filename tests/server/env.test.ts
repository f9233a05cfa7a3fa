import { isAbsolute, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { AppError } from '../../server/errors.ts';

function refusal(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad_env') return error.message;
    throw error;
  }
  throw new Error('not refused');
}

describe('the environment', () => {
  test('needs no variable: loopback, port 3000, .data in the working folder, level info', () => {
    expect(readEnv({ PATH: '/bin', DATABASE_URL: '', PORT: '' })).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: resolve('.data'),
      LOG_LEVEL: 'info',
      BRIEF_TIMES: ['7:15', '11:30', '16:45'],
      REPORT_TIME: ['17:15'],
    });
  });

  test('is taken as given where it is good', () => {
    const given = {
      PORT: '8080',
      HOST: '::',
      DATA_DIR: 'somewhere',
      DATABASE_URL: 'postgresql://u:p@db/thuoc_do',
      PUBLIC_URL: 'https://do.example.vn',
      LOG_LEVEL: 'debug',
      SMTP_URL: 'smtps://u:p@mail.example.vn',
      MAIL_FROM: 'Thước Đo <do@example.vn>',
      WEBHOOKS_PRIVATE: 'allow',
      BRIEF_TIMES: '7:00,16:30',
      REPORT_TIME: 'off',
    };
    const env = readEnv(given);
    expect(env).toEqual({
      ...given,
      PORT: 8080,
      DATA_DIR: resolve('somewhere'),
      BRIEF_TIMES: ['7:00', '16:30'],
      REPORT_TIME: [],
    });
    expect(isAbsolute(env.DATA_DIR)).toBe(true);
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['HOST', 'http://here'],
    ['DATABASE_URL', 'mysql://u:p@db/x'],
    ['DATABASE_URL', 'thuoc_do'],
    ['PUBLIC_URL', 'do.example.vn'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example'],
  ])(
    'with a bad %s (%s) stops the start, naming the variable and the rule in both languages',
    (name, value) => {
      expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name}: phải .+ · must be .+$`, 'm'));
    },
  );

  test('names every bad variable at once and repeats no value, which may be a password', () => {
    const message = refusal({ PORT: 'x', DATABASE_URL: 'mysql://u:hush@db', LOG_LEVEL: 'loud' });
    expect(message.match(/^[A-Z_]+(?=:)/gm)).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL']);
    expect(message).not.toContain('hush');
  });
});
