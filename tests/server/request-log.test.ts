import { expect, it } from 'vitest';
import { routeOf } from '../../server/http/request-log.ts';

it.each([
  ['/', '/'],
  ['/livez', '/livez'],
  ['/api/v1/events', '/api/v1/events'],
  ['/api/v1/areas/nghia-tan/board?since=3', '/api/v1/areas/:/board'],
  ['/api/v1/tickets?area=a&cursor=xyz', '/api/v1/tickets'],
  ['/t/Nguyen-Van-A', '/t/:'],
  ['/Nguyen%20Van%20A', '/:'],
  ['/p/a/b/c/d/e/f/g/h', '/p/:/:/:/:/:'],
])('5: the route of %s in the log is %s', (url, route) => {
  expect(routeOf(url)).toBe(route);
});
