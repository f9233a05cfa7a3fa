import { startDenials } from './access/denials.ts';
import { startKeyUse } from './access/key-use.ts';
import { type AlertWatch, startAlertWatch } from './alerts/alert-watch.ts';
import { openAuth } from './auth/auth.ts';
import { hasAdministrator, sayFirstRun } from './auth/first-run.ts';
import { authSecret } from './auth/secret.ts';
import { buildId } from './build-id.ts';
import { startControl } from './control.ts';
import { controlPath } from './control-path.ts';
import { openCore } from './core.ts';
import { readEnv } from './env.ts';
import { errorText } from './errors.ts';
import { HELP, readFlags } from './flags.ts';
import { createAccess } from './http/access.ts';
import { createAddressOf } from './http/address-of.ts';
import { createApi, readContext } from './http/api.ts';
import { isHttps } from './http/cookies.ts';
import { createEventsEndpoint } from './http/events.ts';
import { createHeavyWork } from './http/heavy-work.ts';
import { endServer, innerUrl, listen } from './http/listen.ts';
import { ownMark } from './http/own-requests.ts';
import { createRequestLimits } from './http/request-limits.ts';
import { createRequestLog } from './http/request-log.ts';
import { createHttpServer, type Pages } from './http/server.ts';
import { dispatchUpgrades } from './http/upgrades.ts';
import { type DailyBackup, startDailyBackup } from './jobs/daily-backup.ts';
import { startForgetPast } from './jobs/forget-past.ts';
import { startKeepPast } from './jobs/keep-past.ts';
import { startUsualGaps } from './jobs/usual-gaps.ts';
import { startWaitDays } from './jobs/wait-days.ts';
import { createLive } from './live/live.ts';
import { createClockAhead } from './log/clock-ahead.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { type Notices, startNotices } from './notices/notices.ts';
import { addressHint, ownAddress } from './own-address.ts';
import { openPages } from './pages.ts';
import { stopInOrder } from './shutdown.ts';

/** For requests that came before a stop to be answered. */
const ANSWER_MS = 5000;

/** The composition root: reads the environment, opens what remembers, serves, and stops in the opposite order. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) return console.info(HELP);
  const env = readEnv(process.env);
  const logger = createLogger(env.LOG_LEVEL);

  const core = await openCore(env, logger);
  const clockAhead = await createClockAhead(core);
  const publicUrl = env.PUBLIC_URL ?? null;
  let port = env.PORT;
  const base = (): string => ownAddress({ ...env, PORT: port });
  const auth = await openAuth(core, { secret: authSecret(env), publicUrl, base });
  const keyUse = startKeyUse(core);
  const access = createAccess({
    memory: core.memory,
    now: core.now,
    secure: isHttps(publicUrl),
    session: auth.sessions.find,
    onKey: keyUse.note,
  });
  const denials = startDenials(core);
  const proxies = env.TRUSTED_PROXIES ?? null;
  const addressOf = createAddressOf(proxies, sayOnce(logger));
  const limits = createRequestLimits(access, addressOf);

  let pages: Pages | null = null;
  let backup: DailyBackup | null = null;
  let stopping = false;
  const events = createEventsEndpoint(core, access, limits, {
    onClockAhead: clockAhead.note,
    onRejected: (code) => metrics.refused(code),
    onDenied: denials.note,
  });
  const heavy = createHeavyWork();
  const api = createApi({
    core,
    auth,
    access,
    heavy,
    keyUse,
    host: env.HOST,
    publicUrl,
    addressOf,
    onDenied: denials.note,
    board: (code) => live.board(code),
    wallBoard: (view, code) => live.wallBoard(view, code),
    walls: {
      seen: (wall) => live.walls.seen(wall),
      order: (wall, order) => live.walls.order(wall, order),
    },
    clocksAhead: clockAhead.list,
    metrics: () => metrics.text(),
    pagesReady: () => pages !== null || !flags.pages,
    stopping: () => stopping,
    backup: () => backup?.state() ?? null,
  });
  const onFault = (err: unknown): void => logger.error({ err }, 'a request failed');
  const server = createHttpServer({
    access,
    limits,
    events,
    api,
    pages: () => pages,
    development: flags.dev,
    publicUrl,
    proxies,
    onFault,
    onRequest: createRequestLog(logger),
  });
  const build = buildId();
  const live = createLive(core, access, denials.note, build);
  const metrics = createMetrics({ core, live, heavy, backup: () => backup?.state() ?? null });
  dispatchUpgrades(server, {
    access,
    limits,
    sockets: live.upgrade,
    pages: () => pages,
    development: flags.dev,
    publicUrl,
    onDenied: denials.note,
    onFault,
  });

  const forgetting = startForgetPast(core);
  let control: Awaited<ReturnType<typeof startControl>> | null = null;
  let gaps: ReturnType<typeof startUsualGaps> | null = null;
  let waitDays: ReturnType<typeof startWaitDays> | null = null;
  let keeping: ReturnType<typeof startKeepPast> | null = null;
  let alertWatch: AlertWatch | null = null;
  let notices: Notices | null = null;
  let demo: { stop(): Promise<void> } | null = null;
  stopInOrder(logger, () => {
    stopping = true;
    return [
      ['demo', () => demo?.stop()],
      ['notices', () => notices?.stop()],
      ['alerts', () => alertWatch?.stop()],
      ['control', () => control?.close()],
      ['connections', () => Promise.all([endServer(server, ANSWER_MS), live.close()])],
      ['backup', () => backup?.stop()],
      ['gaps', () => gaps?.stop()],
      ['wait-days', () => waitDays?.stop()],
      ['keeping', () => keeping?.stop()],
      ['forgetting', () => forgetting.stop()],
      ['clock-ahead', () => clockAhead.stop()],
      ['key-use', () => keyUse.stop()],
      ['denials', () => denials.stop()],
      ['sessions', () => auth.sessions.stop()],
      ['core', () => core.close()],
    ];
  });

  try {
    control = await startControl(core, auth.people, controlPath(env.DATA_DIR));
    port = await listen(server, env.PORT, env.HOST);
    // Pages read from this very server, as any other client does.
    Object.assign(process.env, {
      THUOC_DO_OWN_URL: innerUrl(env.HOST, port),
      THUOC_DO_OWN_MARK: ownMark(),
      THUOC_DO_BUILD: build,
    });
    gaps = startUsualGaps(core, () => live.refreshAll());
    waitDays = startWaitDays(core, () => live.refreshAll());
    keeping = startKeepPast(readContext(core), logger);
    alertWatch = startAlertWatch(core, live);
    notices = startNotices({ core, context: readContext(core), env, base, board: live.board });
    backup = startDailyBackup(core, env.DATA_DIR, logger);
    if (flags.pages) pages = await openPages(flags.dev, logger);
    if (flags.demo) demo = await (await import('./demo/run-demo.ts')).startDemo(core, logger);
    logger.info({ port, host: env.HOST }, 'ready');
    const hint = addressHint(env);
    console.info(
      `\n  Thước Đo đang chạy, hãy mở · is running, open: ${base()}\n${hint ? `  ${hint}\n` : ''}`,
    );
    if (flags.demo) {
      await (await import('./demo/demo-people.ts')).sayDemoLinks(core, auth);
      await (await import('./demo/demo-devices.ts')).sayDemoDevices(core, authSecret(env), base());
    }
    if (!hasAdministrator(core.memory)) await sayFirstRun(auth.links);
  } catch (error) {
    await control?.close();
    await core.close();
    throw error;
  }
}

/** A proxy that TRUSTED_PROXIES does not name makes everybody behind it one address to the limits: said once. */
function sayOnce(logger: Logger): () => void {
  let said = false;
  return () => {
    if (said) return;
    said = true;
    logger.warn('x-forwarded-for is not believed: TRUSTED_PROXIES does not name who sent it');
  };
}

main().catch((error: unknown) => {
  console.error(errorText(error));
  process.exit(1);
});
