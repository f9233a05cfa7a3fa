import type { ActionName } from '../../lib/domain/access/action.ts';
import type { WholeServer } from '../support/whole-server.ts';
import { AREAS, NOWHERE, type Place } from './expected.ts';

/** One request of a route, and every area that it touches. */
export type Sample = {
  /** What it is about, for the name of a cell. */
  about: string;
  touches: readonly Place[];
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Made anew for each request where it is a function. */
  body?: object | (() => object);
  accept?: string;
  /** The status where it is allowed. */
  gives: number;
  /** Puts back what the request will use up. */
  before?: (server: WholeServer) => Promise<unknown>;
};

/**
 * What it takes: an action in every touched area; to be a person, whatever the role (`own`); or nothing.
 */
export type Row = { need: ActionName | 'own' | 'public'; samples: readonly Sample[] };

type Asked = Omit<Sample, 'about' | 'touches' | 'gives'> & { gives?: number };

const sampleOf = (place: Place, ask: (place: Place) => Asked): Sample => ({
  about: place ?? 'the whole installation',
  touches: [place],
  gives: 200,
  ...ask(place),
});

/** The same request for every area, and for one that does not exist. */
export const everywhere = (ask: (area: string) => Asked): Sample[] =>
  [...AREAS, NOWHERE].map((area) => sampleOf(area, () => ask(area)));

/** For every area and for the whole installation. */
export const everywhereAndWhole = (ask: (place: Place) => Asked): Sample[] =>
  [...AREAS, NOWHERE, null].map((place) => sampleOf(place, ask));

/** About the whole installation. */
export const whole = (asked: Asked = {}): Sample => sampleOf(null, () => asked);

/** A request that touches several areas. */
export const together = (about: string, touches: readonly Place[], asked: Asked): Sample => ({
  about,
  touches,
  gives: 200,
  ...asked,
});

/** A request that touches no area in particular: whoever may anywhere may ask, and hears of the own areas alone. */
export const anywhere = (asked: Asked = {}): Sample => ({
  about: 'no area',
  touches: [],
  gives: 200,
  ...asked,
});
