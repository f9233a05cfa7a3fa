import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { authSecret } from '../../server/auth/secret.ts';
import { readEnv } from '../../server/env.ts';

const folder = mkdtempSync(join(tmpdir(), 'td-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  'too short',
  'a'.repeat(64),
  'abababababababababababababababababababab',
  'better-auth-secret-12345678901234567890',
  'please-change-me-0f9d8c7b6a5e4d3c2b1a09f8e7',
  'your-secret-key-here-Zq8vR2nT5kW1xL7pB4mJ',
])('AUTH_SECRET %s is refused by name and not repeated', (text) => {
  let said = '';
  try {
    readEnv({ AUTH_SECRET: text });
  } catch (error) {
    said = String(error);
  }
  expect(said).toContain('AUTH_SECRET');
  expect(said).not.toContain(text);
});

test('a drawn AUTH_SECRET is taken as it is', () => {
  const AUTH_SECRET = 'q7Lw0zVb3nXk9RtY2mJc5HsD8fGa1PeU4iOx6KvTzQw=';
  expect(authSecret(readEnv({ AUTH_SECRET }))).toBe(AUTH_SECRET);
});

test('without one it is drawn once and kept for its owner alone', () => {
  const env = { AUTH_SECRET: undefined, DATA_DIR: join(folder, 'data') };
  const secret = authSecret(env);
  expect(Buffer.byteLength(secret)).toBeGreaterThanOrEqual(64);
  expect(authSecret(env)).toBe(secret);
  expect(statSync(join(env.DATA_DIR, 'auth-secret')).mode & 0o777).toBe(0o600);
});
