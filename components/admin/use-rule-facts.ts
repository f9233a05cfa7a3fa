'use client';
import { useTranslations } from 'use-intl';
import { type AlertKind, KIND_DEFAULTS } from '../../lib/domain/alerts/kind.ts';
import { type AlertRule, ruleFrom } from '../../lib/domain/alerts/rule.ts';
import type { AlertRuleDefinition } from '../../lib/domain/tree.ts';
import { useFormat } from '../ui/use-format.ts';
import { spanTexts } from './week-plan.ts';

/** What a rule says, the threshold first; of one that is switched off only that. */
export function useRuleFacts(kind: AlertKind, set: AlertRuleDefinition | undefined): string[] {
  const t = useTranslations('alertRules');
  const format = useFormat();
  const rule = ruleFrom(kind, set);
  const threshold = useThresholdText(kind, rule);
  if (!rule.on) return [t('off')];
  return [
    threshold,
    rule.holdMs > 0 ? t('hold', { n: rule.holdMs / 60_000 }) : '',
    t('escalate', { length: format.duration(rule.escalateMinutes * 60) }),
    rule.quiet.length > 0 ? t('quiet', { spans: spanTexts(rule.quiet).join(', ') }) : '',
  ].filter(Boolean);
}

function useThresholdText(kind: AlertKind, { raiseAt, clearAt }: AlertRule): string {
  const t = useTranslations('alertRules');
  const n = raiseAt ?? 0;
  const clear = clearAt ?? 0;
  // What is due today begins at an instant; it has no level at which it is calm.
  if (kind === 'dueToday') return t('beforeClosing', { n });
  switch (KIND_DEFAULTS[kind].unit) {
    case 'minutes':
      return t('atMinutes', { n, clear });
    case 'people':
      return t('atPeople', { n, clear });
    case 'cases':
      return t('atCases', { n, clear });
    case 'target':
      return t('atTarget');
    case 'pattern':
      return t('atPattern');
  }
}
