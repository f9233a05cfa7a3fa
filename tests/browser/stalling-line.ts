import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to the server that can fall silent without closing, as a pulled cable does. */
export type StallingLine = { url: string; stall(): void; resume(): void; close(): Promise<void> };

/** Listens on a free port and passes bytes to and from `port`. */
export async function openStallingLine(port: number): Promise<StallingLine> {
  const ends = new Set<Socket>();
  let stalled = false;
  const server = createServer((near) => {
    const far = connect(port, 'localhost');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      if (stalled) from.pause();
      from.on('data', (bytes) => {
        to.write(bytes);
        // `data` starts the flow; a line that stalled meanwhile stays silent.
        if (stalled) from.pause();
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
    }
    if (stalled) for (const end of [near, far]) end.pause();
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stall() {
      stalled = true;
      for (const end of ends) end.pause();
    },
    resume() {
      stalled = false;
      for (const end of ends) end.resume();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const end of ends) end.destroy();
      }),
  };
}
