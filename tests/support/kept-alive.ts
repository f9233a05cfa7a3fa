import { Agent, request } from 'node:http';

export type Answered = { status: number; type: string; text: string };
export type KeptAlive = {
  ask(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answered>;
  close(): void;
};

/** Asks a server again and again over few connections; headers go out as they are given. */
export function keepAlive(url: string, connections: number): KeptAlive {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    ask: (method, path, headers, body) =>
      new Promise((done, fail) => {
        const text = body === undefined ? '' : JSON.stringify(body);
        const sent = request(`${url}${path}`, {
          agent,
          method,
          headers: {
            ...(text !== '' && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
            ...headers,
          },
        });
        sent.once('error', fail).once('response', (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', fail).once('end', () =>
            done({
              status: answer.statusCode ?? 0,
              type: answer.headers['content-type'] ?? '',
              text: Buffer.concat(parts).toString(),
            }),
          );
        });
        sent.end(text);
      }),
    close: () => agent.destroy(),
  };
}
