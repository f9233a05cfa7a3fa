// What the fan-out is compared with: bare `ws` that writes a frame built once, and Socket.IO as it comes.
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { eventFrame } from '../../server/live/frame.ts';
import { answerParent } from './child.ts';

const ROOM = 'room';
const http = createServer();

type Push = (payload: unknown) => void;

function openBare(): Push {
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  const sockets = new Set<Socket>();
  server.on('connection', (client, request) => {
    sockets.add(request.socket);
    client.on('close', () => sockets.delete(request.socket));
  });
  return (payload) => {
    const frame = eventFrame('delta', payload);
    for (const socket of sockets) socket.write(frame);
  };
}

function openStock(): Push {
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  io.on('connection', (client) => {
    void client.join(ROOM);
    client.on('watch', (_request, ack: (answer: unknown) => void) => ack({ kind: 'snapshot' }));
  });
  return (payload) => {
    io.to(ROOM).emit('delta', payload);
  };
}

const push = process.env.BENCH_FRAMES === 'stock' ? openStock() : openBare();
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

answerParent({
  port: () => (http.address() as AddressInfo).port,
  push: (payload: unknown) => push(payload),
  cpuSeconds() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
});
