import { defineConfig } from 'vitest/config';
import { soaking } from './tests/support/law-runs.ts';

/** Fails the test in which somebody wrote to console.error without announcing it. */
const consoleGuard = './tests/support/console-guard.ts';

/** A soak repeats its laws a hundred times. */
const patience = soaking ? 100 : 1;

// The suffix is the price of a test. Laws that need PostgreSQL are named `*.law.pg.test.ts`.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'domain',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.law.test.ts', 'tests/**/*.pg.test.ts'],
          setupFiles: [consoleGuard],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'laws',
          include: ['tests/**/*.law.test.ts'],
          setupFiles: [consoleGuard],
          testTimeout: 120_000 * patience,
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['tests/**/*.pg.test.ts'],
          setupFiles: [consoleGuard],
          globalSetup: ['./tests/support/postgres-cluster.ts'],
          testTimeout: 180_000 * patience,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
