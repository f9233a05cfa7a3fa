/** A service as it is simulated; `share` of the visits, `medianMinutes` of serving, `letter` on its tickets. */
export type SimulatedService = {
  service: string;
  letter: string;
  share: number;
  medianMinutes: number;
  outcome: 'received' | 'collected';
};

/** What a unit of a demonstration is like. */
export type UnitProfile = {
  unit: string;
  /** Tickets; a machine that only publishes its queue; or no queue at all, ratings alone. */
  tells: 'tickets' | 'gauges' | 'ratings';
  counters: number;
  services: readonly [SimulatedService, ...SimulatedService[]];
  /** Each counter serves two neighbouring services instead of all. */
  specialised: boolean;
  /** Share of the counters' time that visitors ask for on average. */
  load: number;
  satisfiedShare: number;
  ratedShare: number;
  /** What goes wrong there every day, in the later part of each session. */
  trouble: 'understaffed' | 'issuingStopped' | null;
};

/** One session of one unit to be simulated. The block names it: its tickets carry it, so it repeats exactly. */
export type Block = {
  profile: UnitProfile;
  day: string;
  fromAt: number;
  toAt: number;
  block: string;
  seed: number;
  source: string;
};
