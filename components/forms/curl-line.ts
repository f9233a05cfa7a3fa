type Asked = {
  origin: string;
  secret: string;
  unit: string;
  /** Epoch ms. */
  at: number;
  /** Unique in its source, and the name of that source. */
  id: string;
  source: string;
  type: string;
  data: Record<string, string>;
};

/** A command that sends one event of a unit with a key, to be pasted into any shell. */
export function curlLine({ origin, secret, unit, at, ...told }: Asked): string {
  const { id, source, type, data } = told;
  const time = new Date(at).toISOString();
  const event = { specversion: '1.0', id, source, type, subject: unit, time, data };
  return [
    `curl -sS ${origin}/api/v1/events`,
    `-H 'Authorization: Bearer ${secret}'`,
    `-H 'Content-Type: application/cloudevents+json'`,
    `-d '${JSON.stringify(event)}'`,
  ].join(' \\\n  ');
}
