import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectControl, type OperatorDoor } from '../../server/control-client.ts';
import { controlPath } from '../../server/control-path.ts';
import { projectFolder } from '../../server/project-folder.ts';
import { soaking } from './law-runs.ts';
import { serverProgram } from './server-program.ts';

/** A line of the server's log; what is not JSON stands in `msg`. */
export type LogLine = { msg: string; level?: string; [field: string]: unknown };

export type ServerOptions = {
  /** Default: a folder of its own below the temporary one, removed by `remove`. */
  dataDir?: string;
  /** Default: the embedded PostgreSQL in `dataDir`. */
  databaseUrl?: string;
  /** Pages of the production build; without them the API, sockets and operations are served. */
  pages?: boolean;
  flags?: string[];
  nodeFlags?: string[];
  env?: Record<string, string>;
};

export type TestServer = {
  /** `http://localhost:<port>`; the port stays the same over restarts. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  readonly logs: readonly LogLine[];
  /** The operator's way in, through the control socket of this server. Close it. */
  door(): Promise<OperatorDoor>;
  /** Resolves with the first line, from now or before, that fits. */
  logged(fits: (line: LogLine) => boolean): Promise<LogLine>;
  /** Asks it to stop and gives its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
  /** SIGKILL, of the server's process alone. */
  kill9(): Promise<void>;
  /** Starts it again on the same folder, database and port; gives the milliseconds until it was ready. */
  restart(): Promise<number>;
  /** Stops it if it runs and removes its folder. */
  remove(): Promise<void>;
};

/** In an hour of soaking a machine may be busy with something else for a while. */
const READY_MS = soaking ? 300_000 : 60_000;

/** Starts the bundled server as a process of its own and waits until it says that it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const program = await serverProgram();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'thuoc-do-server-')));
  const logs: LogLine[] = [];
  const waiting = new Set<() => void>();
  let child: ChildProcess | null = null;
  let port = 0;

  const hear = (text: string): void => {
    logs.push(readLine(text));
    for (const look of waiting) look();
  };

  const logged = (fits: (line: LogLine) => boolean, from = 0): Promise<LogLine> =>
    new Promise((done) => {
      const look = (): void => {
        const found = logs.slice(from).find(fits);
        if (!found) return;
        waiting.delete(look);
        done(found);
      };
      waiting.add(look);
      look();
    });

  const start = async (): Promise<number> => {
    const startedAt = performance.now();
    const from = logs.length;
    child = launch(program, options, dataDir, port);
    for (const stream of [child.stdout, child.stderr])
      if (stream) createInterface({ input: stream }).on('line', hear);
    const ready = logged(({ msg, port }) => msg === 'ready' && typeof port === 'number', from);
    const ended = once(child, 'exit').then(() => null);
    const late = new Promise<null>((done) => setTimeout(done, READY_MS, null).unref());
    const line = await Promise.race([ready, ended, late]);
    if (!line) {
      // In order, so that its PostgreSQL ends with it.
      child.kill('SIGTERM');
      throw new Error(
        `the server did not start:\n${logs
          .slice(from)
          .map((one) => one.msg)
          .join('\n')}`,
      );
    }
    port = Number(line.port);
    return performance.now() - startedAt;
  };

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    ending.kill(signal);
    // Not 'close': a database that outlives the server may hold its output open.
    await once(ending, 'exit');
    return ending.exitCode;
  };

  await start();
  return {
    get url() {
      return `http://localhost:${port}`;
    },
    get port() {
      return port;
    },
    get pid() {
      return child?.pid ?? 0;
    },
    dataDir,
    logs,
    async door() {
      const door = await connectControl(controlPath(dataDir));
      if (!door) throw new Error('the server has no control socket');
      return door;
    },
    logged: (fits) => logged(fits),
    stop: (signal = 'SIGTERM') => end(signal),
    kill9: async () => void (await end('SIGKILL')),
    restart: start,
    async remove() {
      await end('SIGTERM');
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function launch(program: string, options: ServerOptions, dataDir: string, port: number): ChildProcess {
  const { NODE_OPTIONS: _ours, VITEST: _run, ...outside } = process.env;
  return spawn(
    process.execPath,
    [
      ...(options.nodeFlags ?? []),
      program,
      ...(options.pages ? [] : ['--no-pages']),
      ...(options.flags ?? []),
    ],
    {
      cwd: projectFolder(),
      env: {
        ...outside,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DATABASE_URL: options.databaseUrl ?? '',
        LOG_LEVEL: 'info',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

function readLine(text: string): LogLine {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null && 'msg' in line) return { ...line, msg: String(line.msg) };
  } catch {
    // A line for people, or a stack: kept as it is.
  }
  return { msg: text };
}
