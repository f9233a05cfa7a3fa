'use client';
import { useTranslations } from 'use-intl';
import { ALERT_KINDS, type AlertKind } from '../../lib/domain/alerts/kind.ts';
import type { AlertRulesAnswer } from '../../lib/wire/alert-reads.ts';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { AlertRuleForm } from './alert-rule-form.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { OriginMark } from './origin-mark.tsx';
import { useDate } from './use-days.ts';
import { useRuleFacts } from './use-rule-facts.ts';

type Rule = AlertRulesAnswer['rules'][number];

/** How each kind of cause is watched here: by the area's own rule, by one from above, or as nobody has set it. */
export function AlertRulesPanel({ area }: { area: string }) {
  const t = useTranslations('alertRules');
  const [state, reload] = useApi<AlertRulesAnswer>(`/admin/areas/${encodeURIComponent(area)}/alert-rules`);
  return (
    <Loaded state={state} reload={reload}>
      {({ rules }) => (
        <Panel title={t('title')}>
          <p className="mt-0.5 text-small text-ink2">{t('about')}</p>
          <ul className="mt-1">
            {ALERT_KINDS.map((kind) => (
              <KindLine
                key={kind}
                area={area}
                kind={kind}
                rules={rules.filter((rule) => rule.kind === kind)}
                onChange={reload}
              />
            ))}
          </ul>
        </Panel>
      )}
    </Loaded>
  );
}

type KindLineProps = { area: string; kind: AlertKind; rules: readonly Rule[]; onChange: () => void };

function KindLine({ area, kind, rules, onChange }: KindLineProps) {
  const t = useTranslations('alertRules');
  const alerts = useTranslations('alerts');
  const sets = useMay('targets.set');
  const now = rules.find(({ state }) => state === 'now');
  const name = alerts(`kinds.${kind}`);
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-grid py-2.5 last:border-0 sm:grid-cols-[13rem_1fr]">
      <span className="font-medium first-letter:uppercase">{name}</span>
      <div className="grid min-w-0 gap-1.5">
        {!now && <RuleLine kind={kind} rule={undefined} />}
        {rules.map((rule) => (
          <RuleLine key={rule.effectiveFrom} kind={kind} rule={rule} />
        ))}
        {sets && (
          <FormOpener label={t('change')} about={name} onSaved={onChange}>
            {(done) => <AlertRuleForm area={area} kind={kind} now={now} onDone={done} />}
          </FormOpener>
        )}
      </div>
    </li>
  );
}

function RuleLine({ kind, rule }: { kind: AlertKind; rule: Rule | undefined }) {
  const t = useTranslations('alertRules');
  const hours = useTranslations('admin.hours');
  const date = useDate();
  const [first, ...others] = useRuleFacts(kind, rule);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <b className="font-semibold">{first}</b>
      {others.length > 0 && <span className="text-small text-ink2">{others.join(' · ')}</span>}
      {rule?.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
      {rule ? (
        <>
          <span className="text-small text-ink2">
            {hours('since', { day: date(rule.effectiveFrom) })} · {rule.source}
          </span>
          <OriginMark own={rule.own} area={rule.area} />
        </>
      ) : (
        <span className="text-small text-ink2">{t('byDefault')}</span>
      )}
    </p>
  );
}
