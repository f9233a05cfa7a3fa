import cliProgress from 'cli-progress';

export type Progress = { at(value: number): void; stop(): void };

/** A progress bar on standard error; nothing where the answer or the bar does not go to a terminal. */
export function startProgress(label: string, total: number): Progress {
  if (!process.stderr.isTTY || !process.stdout.isTTY || total <= 0)
    return { at: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar(
    {
      format: `${label} {bar} {percentage} % · {duration_formatted}`,
      stream: process.stderr,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { at: (value) => bar.update(Math.min(value, total)), stop: () => bar.stop() };
}
