'use client';
import { useTranslations } from 'use-intl';
import type { DataOf, ServerType } from '../../lib/domain/events/registry.ts';
import type { AuditLine, NamedPerson } from '../../lib/wire/access/administration.ts';
import { useFormat } from '../ui/use-format.ts';
import { useAreaName } from './areas-provider.tsx';
import type { AUDIT_TYPES } from './audit-types.ts';
import { useDate, useDays } from './use-days.ts';
import { useLimitText } from './use-limit-text.ts';
import { spanTexts } from './week-plan.ts';

type Sentences = { [T in (typeof AUDIT_TYPES)[number]]: (data: DataOf<T>, whom: string) => string };

/** What an act was, in words. A type that has none yet reads as its name. */
export function useAuditSentence(): (line: AuditLine) => string {
  const t = useTranslations('audit');
  const roles = useTranslations('roles');
  const metrics = useTranslations('admin.targets.metrics');
  const keys = useTranslations('admin.keys.right');
  const views = useTranslations('admin.walls.views');
  const kinds = useTranslations('admin.walls.kinds');
  const figures = useTranslations('admin.publicFigures.measure');
  const format = useFormat();
  const area = useAreaName();
  const date = useDate();
  const days = useDays();
  const limit = useLimitText();
  const held = (data: {
    role: DataOf<'person.granted'>['role'];
    area: string | null;
    fromDay?: string;
    toDay?: string;
  }) =>
    ({
      role: roles(data.role),
      area: area(data.area),
      days: days({ fromDay: data.fromDay ?? null, toDay: data.toDay ?? null }),
    }) as const;

  const said: Sentences = {
    'area.defined': (data) => t('said.area.defined', { name: data.name, code: data.code }),
    'service.defined': (data) =>
      t('said.service.defined', { name: data.name, area: area(data.area), day: date(data.effectiveFrom) }),
    'target.set': (data) =>
      t('said.target.set', {
        metric: metrics(data.metric),
        value: format.target(data.value),
        area: area(data.area),
        day: date(data.effectiveFrom),
        source: data.source,
      }),
    'sessions.set': (data) =>
      data.scope === 'week'
        ? t('said.sessions.week', { area: area(data.area), day: date(data.fromDay) })
        : data.spans.length === 0
          ? t('said.sessions.closed', { area: area(data.area), day: date(data.fromDay) })
          : t('said.sessions.day', {
              area: area(data.area),
              day: date(data.fromDay),
              hours: spanTexts(data.spans).join(', '),
            }),
    'procedure.defined': (data) =>
      t('said.procedure.defined', {
        name: data.name,
        limit: limit(data.limit),
        area: area(data.area),
        day: date(data.effectiveFrom),
        source: data.source,
      }),
    'reporting_periods.set': (data) =>
      t('said.reporting_periods.set', {
        day: data.cutDay,
        area: area(data.area),
        from: date(data.effectiveFrom),
        source: data.source,
      }),
    'alert_rule.set': (data) =>
      t(data.on ? 'said.alert_rule.set' : 'said.alert_rule.off', {
        kind: t(`alertKinds.${data.kind}`),
        area: area(data.area),
        day: date(data.effectiveFrom),
        source: data.source,
      }),
    'conduct.set': (data) =>
      t('said.conduct.set', {
        name: data.name,
        area: area(data.area),
        day: date(data.effectiveFrom),
        source: data.source,
      }),
    'priority.set': (data) =>
      t('said.priority.set', {
        count: data.groups.length,
        every: data.every,
        area: area(data.area),
        day: date(data.effectiveFrom),
        source: data.source,
      }),
    'checklist.set': (data) =>
      t('said.checklist.set', {
        name: data.name,
        count: data.items.length,
        area: area(data.area),
        day: date(data.effectiveFrom),
        source: data.source,
      }),
    'comment.opened': (data) => t('said.comment.opened', { rating: data.rating, area: area(data.area) }),
    'survey.entered': (data) =>
      t('said.survey.entered', {
        name: data.name,
        area: area(data.area),
        from: date(data.fromDay),
        to: date(data.toDay),
        value: format.percent(data.value),
        n: data.n,
        source: data.source,
      }),
    'report.frozen': (data) =>
      t('said.report.frozen', {
        area: area(data.area),
        from: date(data.fromDay),
        to: date(data.toDay),
      }),
    'exclusion.asked': (data) => t('said.exclusion.asked', { note: data.note, area: area(data.area) }),
    'exclusion.approved': (data) => t('said.exclusion.approved', { area: area(data.area) }),
    'exclusion.refused': (data) => t('said.exclusion.refused', { area: area(data.area) }),
    'model.started': (data) =>
      t('said.model.started', { name: data.name, area: area(data.area), day: date(data.startDay) }),
    'model.adopted': (data) => t('said.model.adopted', { area: area(data.area), day: date(data.startDay) }),
    'model.ended': (data) => t('said.model.ended', { area: area(data.area), day: date(data.endDay) }),
    'reception.set': (data) =>
      t('said.reception.set', {
        leader: data.leader,
        area: area(data.area),
        day: date(data.fromDay),
        source: data.source,
      }),
    'reception.ended': (data) =>
      t('said.reception.ended', { area: area(data.area), day: date(data.lastDay) }),
    'dialogue.planned': (data) =>
      t('said.dialogue.planned', { topic: data.topic, area: area(data.area), day: date(data.day) }),
    'dialogue.called_off': (data) =>
      t('said.dialogue.called_off', { area: area(data.area), reason: data.reason }),
    'dialogue.question_raised': (data) =>
      t('said.dialogue.question_raised', { area: area(data.area), day: date(data.dueDay) }),
    'dialogue.question_answered': (data) => t('said.dialogue.question_answered', { area: area(data.area) }),
    'published.entered': (data) =>
      t('said.published.entered', { name: data.name, day: date(data.day), source: data.source }),
    'published.figure_set': (data) =>
      t(data.shown ? 'said.published.figure_set' : 'said.published.figure_off', {
        measure: figures(data.measure),
        area: area(data.area),
        source: data.source,
      }),
    'key.created': (data) =>
      t('said.key.created', {
        name: data.name,
        area: area(data.area),
        rights: data.rights.map((right) => keys(right)).join(', '),
      }),
    'key.revoked': (data) => t('said.key.revoked', { key: data.key }),
    'personal.erased': (data) => t('said.personal.erased', { seq: data.seq, reason: data.reason ?? '' }),
    'person.added': (data, name) => t('said.person.added', { name, area: area(data.area) }),
    'person.renamed': (_, name) => t('said.person.renamed', { name }),
    'person.disabled': (_, name) => t('said.person.disabled', { name }),
    'person.enabled': (_, name) => t('said.person.enabled', { name }),
    'person.granted': (data, name) => t('said.person.granted', { name, ...held(data) }),
    'person.grant_ended': (_, name) => t('said.person.grant_ended', { name }),
    'person.lent': (data, name) => t('said.person.lent', { name, days: days(data) }),
    'person.loan_ended': (_, name) => t('said.person.loan_ended', { name }),
    'person.officer_linked': (data, name) => t('said.person.officer_linked', { name, area: area(data.area) }),
    'person.officer_unlinked': (_, name) => t('said.person.officer_unlinked', { name }),
    'person.figures_viewed': (data) =>
      t('said.person.figures_viewed', { area: area(data.area), from: date(data.from), to: date(data.to) }),
    'person.credentials_changed': (data, name) => t(`said.credentials.${data.change}`, { name }),
    'person.totp_required': (data) =>
      t(data.required ? 'said.person.totp_required' : 'said.person.totp_not_required', {
        role: roles(data.role),
      }),
    'session.started': () => t('said.session.started'),
    'session.ended': (data, name) => t('said.session.ended', { name, reason: t(`ends.${data.reason}`) }),
    'wall.paired': (data) =>
      t('said.wall.paired', { name: data.name, area: area(data.area), view: views(data.view) }),
    'wall.set': (data) => t('said.wall.set', { wall: data.wall }),
    'wall.revoked': (data) => t('said.wall.revoked', { wall: data.wall }),
    'device.paired': (data) =>
      t('said.device.paired', { name: data.name, area: area(data.area), kind: kinds(data.kind) }),
    'device.revoked': (data) => t('said.device.revoked', { device: data.device }),
    'access.denied': (data) =>
      t('said.access.denied', { count: data.count, to: t(`deniedTo.${data.to}`), code: data.code }),
  };
  const nameOf = (whom: NamedPerson | null): string =>
    whom === null ? t('somebody') : whom.name === '' ? t('erasedName') : (whom.name ?? whom.person);
  return (line) => {
    // The log holds what was accepted by the schema of the type; names are taken out of it.
    const all: Partial<Record<ServerType, unknown>> = said;
    const sentence = all[line.type] as ((data: unknown, whom: string) => string) | undefined;
    const self = line.by.kind === 'person' && line.by.person === line.about?.person;
    return sentence?.(line.data, self ? t('self') : nameOf(line.about)) ?? line.type;
  };
}
