type Question = { number: number; name: string; argument: unknown };
export type Answer = { number: number; value?: unknown; fault?: string };
export type Handlers = Record<string, (argument: never) => unknown>;

/** Answers what the process that started this one asks through the IPC channel. Ends with that process. */
export function answerParent(handlers: Handlers): void {
  const send = (answer: Answer): void => void process.send?.(answer);
  process.on('message', (question: Question) => {
    const { number, name, argument } = question;
    const handler = handlers[name];
    if (!handler) return send({ number, fault: `nothing is called ${name}` });
    // The caller is this project's own code; it knows what each handler takes.
    Promise.resolve(handler(argument as never)).then(
      (value) => send({ number, value }),
      (error: unknown) => send({ number, fault: error instanceof Error ? `${error.stack}` : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  send({ number: 0 });
}
