/** What is sent: a mail's subject and text, and the same for programs. */
export type Message = {
  type: 'alerts.raised' | 'brief';
  subject: string;
  text: string;
  /** For webhooks. */
  data: Record<string, unknown>;
};

/** Sends a message; rejects when it was not taken. */
export type Send = (message: Message) => Promise<void>;
