'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { AlertKind } from '../../lib/domain/alerts/kind.ts';
import type { SinceAnswer } from '../../lib/wire/since-reads.ts';
import { fullName } from '../board/place-name.ts';
import { useBoard } from '../live/use-board.ts';
import type { SinceLine } from './since-lines.ts';

/** Units that are named before the rest is counted. */
const NAMED = 3;

/** The words of a line, each number with how many there are. */
export function useSinceTexts(answer: SinceAnswer): (line: SinceLine) => string {
  const t = useTranslations('since');
  const locale = useLocale();
  const places = useBoard((board) => ('places' in board ? board.places : null));
  const kindsText = (kinds: readonly AlertKind[]): string =>
    kinds
      .flatMap((kind) =>
        kind === 'serviceLevel' || kind === 'satisfaction' || kind === 'onTime' ? [t(`kinds.${kind}`)] : [],
      )
      .join(', ');
  const silentText = ({ silent }: SinceAnswer['alerts']): string => {
    const kinds = silent.flatMap(({ kind, n }) =>
      kind === 'silent' || kind === 'silentRatings' || kind === 'silentDossiers'
        ? [places ? t(`silent.${kind}`, { n }) : t(`silentHere.${kind}`)]
        : [],
    );
    return kinds.length > 0 ? t('silences', { kinds: kinds.join(', ') }) : '';
  };
  const alertsText = (alerts: SinceAnswer['alerts']): string => {
    const { raised, taken, over } = alerts;
    return [t('alerts', { raised, taken, over }), silentText(alerts)].filter(Boolean).join('; ');
  };
  const nameOf = (code: string): string => {
    const place = places?.[code];
    return place ? fullName(locale, place) : code;
  };
  const missedText = ({ units, of }: SinceAnswer['missed']): string => {
    const [only] = units;
    if (!places && only) return t('missedHere', { kinds: kindsText(only.kinds) });
    const names = units
      .slice(0, NAMED)
      .map(({ unit, kinds }) => t('missedUnit', { name: nameOf(unit), kinds: kindsText(kinds) }));
    if (units.length > NAMED) names.push(t('missedMore', { n: units.length - NAMED }));
    return t('missed', { n: units.length, of, names: names.join(', ') });
  };
  return ({ about }) => {
    switch (about) {
      case 'missed':
        return missedText(answer.missed);
      case 'alerts':
        return alertsText(answer.alerts);
      case 'suggestions':
        return t('suggestions', answer.suggestions);
      case 'dossiers':
        return t('dossiers', answer.dossiers);
      case 'ratings':
        return t('ratings', answer.ratings);
    }
  };
}
