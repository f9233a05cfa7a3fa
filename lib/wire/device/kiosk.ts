import { z } from 'zod';
import type { PriorityGroup } from '../../domain/events/priority.ts';
import { code } from '../../domain/events/text.ts';
import { ticketEvents } from '../../domain/events/ticket.ts';
import { requestId } from './device-query.ts';

const purpose = ticketEvents['ticket.issued'].shape.purpose.unwrap();
export type Purpose = z.output<typeof purpose>;

/** `POST /api/v1/device/kiosk/tickets`: somebody takes a number; sent again it is the same number. */
export const takeNumberRequest = z.strictObject({
  request: requestId,
  service: code(),
  purpose: purpose.optional(),
  priority: code(64).optional(),
});
/** `page`: the address, on our own origin, at which the citizen sees the place in line until the day ends. */
export type NumberTaken = {
  number: string;
  service: string;
  favoured: boolean;
  issuedAt: string;
  ahead: number;
  page: string;
};

export type KioskService = {
  service: string;
  name: string;
  nameEn: string | null;
  letter: string;
  waiting: number;
  /** No numbers are given out for it now. */
  stopped: boolean;
};

/** `GET /api/v1/device/kiosk` */
export type Kiosk = {
  tag: string;
  at: string;
  unit: { code: string; name: string; nameEn: string | null };
  services: KioskService[];
  groups: PriorityGroup[];
  /** The last closing of today, where sessions are known; `closed`: numbers are no longer given out today. */
  closesAt: string | null;
  closed: boolean;
  zone: string;
  hotline: string | null;
};
