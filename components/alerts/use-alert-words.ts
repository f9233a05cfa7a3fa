'use client';
import { useTranslations } from 'use-intl';
import type { AlertTextParts } from '../../lib/i18n/alert-text.ts';
import { useAreaName } from '../admin/areas-provider.tsx';
import { useBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';

/** What the sentences of alerts are made of on a live page. */
export function useAlertWords(): AlertTextParts {
  const t = useTranslations('alerts');
  const format = useFormat();
  const nameOf = useAreaName();
  const { timezone, day } = useBoard((board) => board.header);
  return { t, format, zone: timezone, today: day, nameOf };
}
