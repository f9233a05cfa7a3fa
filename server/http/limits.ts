/** `points` in `duration` seconds, as rate-limiter-flexible names them. */
type Rate = { points: number; duration: number };

/**
 * Every limit on what somebody may ask for, in one place. They are far above what people and machines do: a page makes
 * some thirty requests, an office of fifty people may share one address, a ticket machine sends a few events a minute.
 */
export const RATES = {
  /** What one key may send; the contract promises at least 100 requests and 20,000 events in a second. */
  keySends: { points: 5_000, duration: 1 },
  keyEvents: { points: 50_000, duration: 1 },
  /** What one key may read, sockets that it opens among them. */
  keyReads: { points: 20_000, duration: 10 },
  personRequests: { points: 3_000, duration: 60 },
  wallRequests: { points: 600, duration: 60 },
  deviceRequests: { points: 1_200, duration: 60 },
  /** Codes that devices which nobody paired yet show, by address: a hall full of them asks anew every ten minutes. */
  pairingCodes: { points: 200, duration: 600 },
  /** What everybody together who is nobody yet may ask from one address: pages of signing in, scripts, wrong keys. */
  addressRequests: { points: 6_000, duration: 60 },
  /** Frames on one connection, pings among them; a page that opens sends three. */
  socketFrames: { points: 50, duration: 1 },

  /** Tries of one login from one address; longer and longer waits. */
  loginTries: { points: 5, duration: 60 },
  loginTriesLonger: { points: 12, duration: 900 },
  /** Tries from one address, whatever the login or the link. */
  addressTries: { points: 60, duration: 600 },
  /** Tries of one login from all addresses where that person never signed in. */
  strangerTries: { points: 20, duration: 3600 },
  /**
   * Suggestions that come by the form of a unit without signing in; a whole hall may share one address. Each twice: what
   * goes to the level above has as much again of its own. One address fills no more than a fifth of what a unit takes.
   */
  publicForms: { points: 30, duration: 3600 },
  publicFormsOfDay: { points: 60, duration: 86_400 },
  publicFormsOfUnit: { points: 300, duration: 86_400 },
  /** Tries of the own password or code in an open session. */
  ownTries: { points: 8, duration: 600 },
} as const satisfies Record<string, Rate>;

/** What costs the machine a second or more: a past board, a report, a list as a file. */
export const HEAVY_KINDS = ['replay', 'report', 'export'] as const;
export type HeavyKind = (typeof HEAVY_KINDS)[number];

/** `atOnce` are worked on, `waiting` wait their turn, and one asker holds `each` of both at most. */
export type HeavyBound = { atOnce: number; waiting: number; each: number };

/**
 * Heavy work, together fewer than the pool of reads has connections: whatever is asked for, boards and lists have the
 * rest. A file is under way as long as its reader takes it, which costs little; so more of them.
 */
export const HEAVY = {
  replay: { atOnce: 2, waiting: 24, each: 8 },
  report: { atOnce: 2, waiting: 24, each: 8 },
  export: { atOnce: 4, waiting: 24, each: 3 },
} as const satisfies Record<HeavyKind, HeavyBound>;

/** How many of something may be open or stand in one request. */
export const MOST = {
  connections: 20_000,
  /** Connections of one address that wait for an answer or between two: live boards do not count. */
  connectionsOfAddress: 2_000,
  socketsOf: { person: 60, wall: 10, device: 10, key: 10_000 },
  headers: 100,
  /** Bodies with a file that are read at the same time, everybody's together: each is held in memory. */
  filesAtOnce: 6,
  /** Events in one batch. */
  items: 1_000,
  /** Codes of pairing that stand at one time; past that the oldest is forgotten, and its device asks anew. */
  pairingCodes: 5_000,
  /** Slips of public forms that are remembered as used; past that the oldest is forgotten, and the rates still hold. */
  slipsUsed: 50_000,
  /** Proxies in a row before us. */
  hops: 10,
} as const;

/** Bytes. */
export const SIZES = {
  headers: 16 * 1024,
  body: 1024 * 1024,
  /** A body that brings a file: ten megabytes in base64, and what is said of it. */
  bodyWithFile: 14 * 1024 * 1024,
  /** What is left of a refused body is read and thrown away up to here, so that no reset overtakes the answer. */
  discarded: 16 * 1024 * 1024,
  frame: 64 * 1024,
} as const;

/** Milliseconds. */
export const TIMES = {
  /** The head of a request must have come by then. */
  headers: 10_000,
  /** A whole request must have come by then: 1 MiB over a slow line, 14 MiB over an ordinary one. */
  request: 60_000,
  /** How often connections are looked at for the two above. */
  look: 2_000,
  /** A connection on which nothing moves for this long in the middle of an answer is closed. */
  still: 120_000,
  discarding: 5_000,
  /** Whoever waits for heavy work is told to come back after that: browsers give up a little later. */
  heavyWait: 12_000,
  /** What heavy work is taken to need before any was done, and the longest that anybody is sent away for. */
  heavyGuess: 3_000,
  heavyLongest: 60_000,
  /** A form of the public is sent no sooner than a sentence is written, and no later than its slip holds. */
  formYoungest: 3_000,
  formOldest: 2 * 3_600_000,
  /** A code of pairing is typed by then. */
  pairing: 600_000,
} as const;
