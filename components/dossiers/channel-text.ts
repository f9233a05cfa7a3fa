'use client';
import { useTranslations } from 'use-intl';

/** Ways to file a dossier that have a name; a source may tell others. */
export const CHANNELS = ['counter', 'online_partial', 'online_full', 'post'] as const;
type Channel = (typeof CHANNELS)[number];

const isKnown = (channel: string): channel is Channel => CHANNELS.some((known) => known === channel);

/** The name of a channel, else its code. */
export function useChannelText(): (channel: string) => string {
  const t = useTranslations('dossierList.channels');
  return (channel) => (isKnown(channel) ? t(channel) : channel);
}
