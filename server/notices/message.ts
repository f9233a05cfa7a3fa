/** What is sent: a mail's subject and text, and the same for programs. */
export type Message = {
  type: 'alerts.raised' | 'brief' | 'report';
  subject: string;
  text: string;
  /** For webhooks. */
  data: Record<string, unknown>;
  /** For mail. */
  attachments?: readonly { name: string; type: string; content: Buffer }[];
};

/** Sends a message; rejects when it was not taken. */
export type Send = (message: Message) => Promise<void>;
