import { noQuery } from '../../lib/wire/access/administration.ts';
import { counterAct } from '../../lib/wire/device/counter-console.ts';
import { knownQuery } from '../../lib/wire/device/device-query.ts';
import { takeNumberRequest } from '../../lib/wire/device/kiosk.ts';
import { laterRating, padRating, sheetQuery, sheetRating } from '../../lib/wire/device/ratings-given.ts';
import { type Described, pathsOf } from './openapi-operations.ts';

const at = (
  call: `${Described['method']} ${string}`,
  id: string,
  summary: string,
  input: Described['input'],
): Described => {
  const [method, path] = call.split(' ') as [Described['method'], string];
  return { method, path: `/api/v1/${path}`, id, summary, input };
};

const ROUTES: readonly Described[] = [
  at(
    'GET device/counter',
    'readCounter',
    'What the console of a counter shows; waits for another state',
    knownQuery,
  ),
  at(
    'POST device/counter/acts',
    'actAtCounter',
    'Calls, serves, ends, sends on; opens and closes the counter',
    counterAct,
  ),
  at('GET device/kiosk', 'readKiosk', 'What a kiosk shows; waits for another state', knownQuery),
  {
    ...at(
      'POST device/kiosk/tickets',
      'takeNumber',
      'Gives a number out; sent again it is the same',
      takeNumberRequest,
    ),
    created: true,
  },
  at('GET device/pad', 'readPad', 'Whose turn it is to rate; waits for another state', knownQuery),
  at('POST device/pad/ratings', 'ratePad', 'What was said at a pad', padRating),
];

const BY_PHONE: readonly Described[] = [
  at('GET rate-later/:code', 'readRateLater', 'The visit that a code lets one rate', noQuery),
  at('POST rate-later/:code', 'rateLater', 'Rates it, once', laterRating),
  at('GET public/:code/rating', 'readRateHere', 'What the sheet at a counter opens', sheetQuery),
  at('POST public/:code/ratings', 'rateHere', 'Rates a unit by that sheet', sheetRating),
];

/** What paired devices ask with the cookie of their pairing, and what citizens say with their own phones. */
export const devicePaths = () => ({
  ...pathsOf('Devices', [], ROUTES),
  ...pathsOf('Ratings by phone', [], BY_PHONE),
});
