import { Command } from 'commander';
import { AppError, errorText } from '../errors.ts';

export type JsonOption = { json?: boolean };

/** A command with `--json`. Its `run` answers with the exit code; what it throws is said and ends with exit code 1. */
export function leaf<Options extends JsonOption>(
  name: string,
  description: string,
  options: (command: Command) => Command,
  run: (args: string[], options: Options) => Promise<number>,
): Command {
  const command = options(new Command(name).description(description));
  return command
    .option('--json', 'kết quả dạng JSON cho chương trình · the answer as JSON, for programs')
    .action(async () => {
      const given = command.opts<Options>();
      try {
        process.exitCode = await run(command.args, given);
      } catch (error) {
        process.exitCode = 1;
        sayFailure(error, given.json === true);
      }
    });
}

function sayFailure(error: unknown, json: boolean): void {
  const code = error instanceof AppError ? error.code : 'internal';
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message: errorText(error) } })}\n`);
  else process.stderr.write(`${errorText(error)}\n`);
  if (code === 'internal' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

/** Aborted at the first SIGINT or SIGTERM, so that a command ends between two batches; `done` gives the signals back. */
export function untilInterrupted(): { signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  return {
    signal: controller.signal,
    done() {
      process.off('SIGINT', abort).off('SIGTERM', abort);
    },
  };
}

/** An option that may be given several times; a variadic one would swallow the file that follows it. */
export const collect = (text: string, before: string[] | undefined): string[] => [...(before ?? []), text];
