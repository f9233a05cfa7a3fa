import { z } from 'zod';
import { code, freeText, instant } from './text.ts';

const ticket = code();

export const ticketEvents = {
  'ticket.issued': z.strictObject({
    ticket,
    number: code(32),
    service: code(),
    purpose: z.enum(['submit', 'collect', 'advise', 'supplement', 'pay']).optional(),
    priority: code().optional(),
    channel: z.enum(['kiosk', 'desk', 'online']).optional(),
    appointmentAt: instant.optional(),
    dossiers: z.array(code()).max(100).optional(),
  }),
  'ticket.arrived': z.strictObject({ ticket }),
  'ticket.called': z.strictObject({ ticket, counter: code(), officer: code().optional() }),
  'ticket.started': z.strictObject({ ticket, counter: code().optional() }),
  'ticket.held': z.strictObject({ ticket, reason: freeText(500).optional() }),
  'ticket.resumed': z.strictObject({ ticket, reason: freeText(500).optional() }),
  'ticket.transferred': z
    .strictObject({ ticket, toService: code().optional(), toCounter: code().optional() })
    .refine((data) => (data.toService === undefined) !== (data.toCounter === undefined), {
      message: 'exactly one of toService, toCounter',
    }),
  'ticket.finished': z.strictObject({
    ticket,
    counter: code().optional(),
    outcome: z
      .enum(['received', 'supplement_slip', 'refusal_slip', 'advised', 'collected', 'paid', 'nothing'])
      .optional(),
  }),
  'ticket.no_show': z.strictObject({ ticket }),
  'ticket.left': z.strictObject({ ticket }),
} as const;
