/** A command that sends one event of a unit with a key, to be pasted into a terminal. `at` is epoch ms. */
export function curlLine(asked: { origin: string; secret: string; unit: string; at: number }): string {
  const { origin, secret, unit, at } = asked;
  const event = {
    specversion: '1.0',
    id: `thu-${at}`,
    source: `/thu/${unit}`,
    type: 'counter.opened',
    subject: unit,
    time: new Date(at).toISOString(),
    data: { counter: '1' },
  };
  return [
    `curl ${origin}/api/v1/events`,
    `-H 'Authorization: Bearer ${secret}'`,
    `-H 'Content-Type: application/cloudevents+json'`,
    `-d '${JSON.stringify(event)}'`,
  ].join(' \\\n  ');
}
