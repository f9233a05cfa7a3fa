import type pg from 'pg';

/** The parts of pg's connection that COPY needs; its types leave them out. */
type Wire = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** One `COPY … FROM STDIN` of `text`, in PostgreSQL's own text format. */
export function copyIn(client: pg.Client, statement: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let fault: Error | null = null;
    const copy = {
      submit: (wire: Wire) => wire.query(statement),
      handleCopyInResponse(wire: Wire) {
        wire.sendCopyFromChunk(Buffer.from(text));
        wire.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError(error: Error) {
        fault = error;
      },
      handleReadyForQuery: () => (fault ? reject(fault) : resolve()),
    };
    // pg takes any object with these methods; its types know only cursors and streams.
    client.query(copy as unknown as pg.Submittable);
  });
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One line of COPY's text format. */
export const copyLine = (values: readonly (string | number)[]): string =>
  `${values.map((value) => String(value).replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)).join('\t')}\n`;
