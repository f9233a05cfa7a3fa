import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export type Mail = { from: string; to: string[]; data: string };

export type MailReceiver = {
  url: string;
  mails: Mail[];
  /** Refuses so many of the next mails for a while (451). */
  refuseNext(n: number): void;
  close(): Promise<void>;
};

/** A server that speaks as much SMTP (RFC 5321) as it takes to be sent a mail, and keeps what it gets. */
export async function openMailReceiver(): Promise<MailReceiver> {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  let refusing = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    let mail: Mail = { from: '', to: [], data: '' };
    let inData = false;
    let buffer = '';
    const hear = (line: string): void => {
      if (inData) {
        if (line !== '.') mail.data += `${line.replace(/^\.\./, '.')}\n`;
        else {
          inData = false;
          mails.push(mail);
          say('250 kept');
        }
        return;
      }
      if (/^(EHLO|HELO)/i.test(line)) say('250 receiver');
      else if (/^MAIL FROM/i.test(line)) {
        mail = { from: line, to: [], data: '' };
        if (refusing > 0) {
          refusing -= 1;
          say('451 come back later');
        } else say('250 ok');
      } else if (/^RCPT TO/i.test(line)) {
        mail.to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
        say('250 ok');
      } else if (/^DATA/i.test(line)) {
        inData = true;
        say('354 go on');
      } else if (/^QUIT/i.test(line)) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        hear(line);
      }
    });
    say('220 receiver');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuseNext(n) {
      refusing = n;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The subject and text of a mail, as a reader sees them. */
export function readMail({ data }: Mail): { subject: string; text: string } {
  const [head = '', ...rest] = data.split('\n\n');
  const unfolded = head.replaceAll(/\n\s+/g, ' ');
  const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '';
  const body = rest.join('\n\n');
  const encoding = /^Content-Transfer-Encoding: (.*)$/im.exec(unfolded)?.[1] ?? '';
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? quotedText(body)
        : body;
  const words = subject
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, form: string, word: string) =>
      form.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedText(word.replaceAll('_', ' ')),
    );
  return { subject: words, text: text.trim() };
}

const quotedText = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
