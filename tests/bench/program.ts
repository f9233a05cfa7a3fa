import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../server/project-folder.ts';
import type { Answer } from './child.ts';

const programs = ['event-sender', 'prisma-writer', 'sql-writer', 'frame-server', 'board-watchers'] as const;
type ProgramName = (typeof programs)[number];

/** A process of the bench. `call` asks one of its handlers; its failures reject. */
export type Program = {
  pid: number;
  call<T>(name: string, argument?: unknown): Promise<T>;
  /** Lets it end by its own means; resolves when it is gone. */
  stop(): Promise<void>;
};

// Inside the project, so that the bundles find its packages.
const folder = join(projectFolder(), 'node_modules', '.cache', 'bench');

/** Bundles the programs as `npm run build` bundles the server, so that nothing is measured through a loader. */
export async function bundlePrograms(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: projectFolder(),
    entryPoints: programs.map((name) => `tests/bench/${name}.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    sourcemap: true,
  });
}

/** Starts a bundled program in production mode and waits until it answers. */
export async function startProgram(
  name: ProgramName,
  environment: Record<string, string> = {},
): Promise<Program> {
  const child = fork(join(folder, `${name}.mjs`), {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const program = speak(child, name, gone);
  await Promise.race([program.ready, gone.then(() => Promise.reject(new Error(`${name} did not start`)))]);
  return program;
}

function speak(
  child: ChildProcess,
  name: ProgramName,
  gone: Promise<unknown>,
): Program & { ready: Promise<void> } {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  let open: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    open = resolve;
  });
  child.on('message', ({ number, value, fault }: Answer) => {
    if (number === 0) return open();
    const asked = waiting.get(number);
    waiting.delete(number);
    if (fault !== undefined) asked?.reject(new Error(`${name}: ${fault}`));
    else asked?.resolve(value as never);
  });
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended`));
  });
  return {
    pid: child.pid ?? 0,
    ready,
    call: (handler, argument) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ number: last, name: handler, argument });
      }),
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
