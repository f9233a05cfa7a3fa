import { expect, test } from 'vitest';
import { ERRORS } from '../../lib/wire/errors.ts';
import { createHeavyWork } from '../../server/http/heavy-work.ts';

const ONE = { atOnce: 1, waiting: 0, each: 1 };
const heavyWork = () => createHeavyWork({ replay: ONE, report: ONE, export: ONE });
const asked = (headers: HeadersInit = {}, method = 'GET'): Request =>
  new Request('http://td.example/', { headers, method });
const file = (parts: number, onCancel = (): void => undefined): Response => {
  let left = parts;
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(new Uint8Array([left]));
      },
      cancel: onCancel,
    }),
    { headers: { 'content-type': 'text/csv' } },
  );
};

test.each(['vi', 'en'] as const)(
  'too much at once is refused by name and with a time, in %s',
  async (language) => {
    const heavy = heavyWork();
    let end: (answer: Response) => void = () => undefined;
    const first = heavy.run('report', 'a', asked(), () => new Promise((resolve) => (end = resolve)));
    const refused = await heavy.run('report', 'b', asked({ 'accept-language': language }), () => {
      throw new Error('was done all the same');
    });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: 'too_much_at_once',
      title: ERRORS.too_much_at_once[language],
    });
    // Each kind has its own line.
    expect((await heavy.run('replay', 'b', asked(), () => new Response('past'))).status).toBe(200);
    end(new Response('done'));
    expect(await (await first).text()).toBe('done');
    expect(heavy.state('report')).toEqual({ running: 0, waiting: 0, refused: 1 });
  },
);

test('a file holds its place until it was read, failed or was left; work that fails gives it back', async () => {
  const heavy = heavyWork();
  const running = (): number => heavy.state('export').running;
  const read = await heavy.run('export', 'a', asked(), () => file(3));
  expect(read.headers.get('content-type')).toBe('text/csv');
  expect(running()).toBe(1);
  expect([...new Uint8Array(await read.arrayBuffer())]).toEqual([2, 1, 0]);
  expect(running()).toBe(0);

  let cancelled = false;
  const left = await heavy.run('export', 'a', asked(), () =>
    file(1000, () => {
      cancelled = true;
    }),
  );
  const reader = left.body?.getReader();
  await reader?.read();
  expect(running()).toBe(1);
  await reader?.cancel();
  expect([cancelled, running()]).toEqual([true, 0]);

  const broken = await heavy.run(
    'export',
    'a',
    asked(),
    () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('disk')) })),
  );
  await expect(broken.text()).rejects.toThrow('disk');
  expect(running()).toBe(0);
  await expect(
    heavy.run('export', 'a', asked(), () => Promise.reject(new Error('database'))),
  ).rejects.toThrow('database');
  // Whoever asks for the head alone reads no body.
  await heavy.run('export', 'a', asked({}, 'HEAD'), () => file(3));
  expect(running()).toBe(0);
});
