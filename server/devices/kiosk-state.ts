import { contactOf } from '../../lib/domain/area-contact.ts';
import { candidatesOf } from '../../lib/domain/next-ticket.ts';
import { priorityRuleOf } from '../../lib/domain/priority-rule.ts';
import { servicesOf, sessionsOf } from '../../lib/domain/settings.ts';
import { letterAt } from '../../lib/domain/ticket-number.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Kiosk } from '../../lib/wire/device/kiosk.ts';
import { type Memory, unitIn } from '../log/memory.ts';
import { tagOf } from './tag-of.ts';

/** What a kiosk shows at an instant. Null: the unit is gone. */
export function kioskState(memory: Memory, code: string, at: number): Kiosk | null {
  const unit = unitIn(memory, code);
  const area = memory.tree.areas.get(code);
  if (!unit || !area) return null;
  const day = localDay(unit.zone, at);
  const sessions = sessionsOf(memory.tree, code, unit.zone, day);
  const closesAt = sessions?.at(-1)?.toAt ?? null;
  const waiting = candidatesOf(unit, at);
  const defined = [...servicesOf(memory.tree, code, day).values()].sort((a, b) =>
    a.service < b.service ? -1 : 1,
  );
  const told = {
    unit: { code, name: area.name, nameEn: area.nameEn ?? null },
    services: defined.map(({ service, name, nameEn = null }, place) => ({
      service,
      name,
      nameEn,
      letter: letterAt(place),
      waiting: waiting.filter((one) => one.service === service).length,
      stopped: unit.issuing.get(service)?.stopped ?? false,
    })),
    groups: [...priorityRuleOf(memory.tree, code, day).groups],
    closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
    // Where no sessions are known nobody knows when it closes (G2); a day without any is closed.
    closed: sessions !== null && (closesAt === null || at >= closesAt),
    zone: unit.zone,
    hotline: contactOf(code, (one) => memory.tree.areas.get(one)).hotline,
  };
  return { tag: tagOf(told), at: new Date(at).toISOString(), ...told };
}
