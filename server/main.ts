import { parseArgs } from 'node:util';
import { startControl } from './control.ts';
import { controlPath } from './control-path.ts';
import { openCore } from './core.ts';
import { readEnv } from './env.ts';
import { errorText } from './errors.ts';
import { createAccess } from './http/access.ts';
import { createApi } from './http/api.ts';
import { createEventsEndpoint } from './http/events.ts';
import { createHttpServer, dispatchUpgrades, type Pages } from './http/server.ts';
import { startUsualGaps } from './jobs/usual-gaps.ts';
import { createLive } from './live/sockets.ts';
import { createLogger } from './logger.ts';
import { openPages } from './pages.ts';

/** The composition root: reads the environment, opens what remembers, serves, and stops in the opposite order. */
async function main(): Promise<void> {
  const { values: flags } = parseArgs({ options: { dev: { type: 'boolean' }, demo: { type: 'boolean' } } });
  const env = readEnv(process.env);
  const logger = createLogger(env.LOG_LEVEL);
  const core = await openCore(env, logger);
  const control = await startControl(core, controlPath(env.DATA_DIR));
  const access = createAccess(core.memory, env.HOST);

  let pages: Pages | null = null;
  const events = createEventsEndpoint(core, access, {
    onClockAhead: () => undefined,
    onRejected: () => undefined,
  });
  const api = createApi({ core, access, board: (code) => live.board(code), ready: () => pages !== null });
  const server = createHttpServer({ access, events, api, pages: () => pages });
  const live = createLive(server, core, access);
  dispatchUpgrades(server, live.upgrade, () => pages, flags.dev === true);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.PORT;
  // Pages read the board from this very server.
  process.env.PORT = String(port);
  const gaps = startUsualGaps(core, () => live.refreshAll());
  pages = await openPages(flags.dev === true);
  const demo = flags.demo ? await (await import('./demo/run-demo.ts')).startDemo(core, logger) : null;
  logger.info({ port, host: env.HOST }, 'ready');
  console.info(`\n  Thước Đo: http://localhost:${port}\n`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info('stopping');
    await demo?.stop();
    await control.close();
    await gaps.stop();
    await live.close();
    server.close();
    server.closeIdleConnections();
    await core.close();
    logger.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(errorText(error));
  process.exit(1);
});
