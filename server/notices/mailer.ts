import { createTransport } from 'nodemailer';
import type { Env } from '../env.ts';
import type { Message } from './message.ts';

const PATIENCE_MS = 20_000;

export type Mailer = { send(to: string, message: Message): Promise<void>; close(): void };

/** Sends mail by the server of SMTP_URL; null where none is set. */
export function openMailer({ SMTP_URL, MAIL_FROM }: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>): Mailer | null {
  if (SMTP_URL === undefined) return null;
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A text may name no file and no address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = MAIL_FROM ?? `thuoc-do@${new URL(SMTP_URL).hostname}`;
  return {
    async send(to, { subject, text, attachments = [] }) {
      // One line: what follows a line break would be another header.
      await transport.sendMail({
        from,
        to,
        subject: subject.replaceAll(/\s+/g, ' '),
        text,
        attachments: attachments.map(({ name, type, content }) => ({
          filename: name,
          contentType: type,
          content,
        })),
      });
    },
    close: () => transport.close(),
  };
}
