/** A command that tells of one ticket in a unit, to be pasted into any shell. `at` is epoch ms. */
export function curlLine(asked: { origin: string; secret: string; unit: string; at: number }): string {
  const { origin, secret, unit, at } = asked;
  const event = {
    specversion: '1.0',
    id: `first-${at}`,
    source: `/first-run/${unit}`,
    type: 'ticket.issued',
    subject: unit,
    time: new Date(at).toISOString(),
    data: { ticket: `first-${at}`, number: 'A001', service: 'thu-nghiem' },
  };
  return [
    `curl -sS ${origin}/api/v1/events`,
    `-H 'Authorization: Bearer ${secret}'`,
    `-H 'Content-Type: application/cloudevents+json'`,
    `-d '${JSON.stringify(event)}'`,
  ].join(' \\\n  ');
}
