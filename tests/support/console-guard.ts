import { format } from 'node:util';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

let consoleError: MockInstance<typeof console.error>;

beforeEach(() => {
  consoleError = vi.spyOn(console, 'error');
});

// A test that expects console.error takes the calls back with `vi.mocked(console.error).mockClear()`.
afterEach(() => {
  const unexpected = consoleError.mock.calls.map((call) => format(...call));
  consoleError.mockRestore();
  expect(unexpected, 'unexpected console.error').toEqual([]);
});
