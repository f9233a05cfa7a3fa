'use client';
import { useLocale } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { ConsoleService } from '../../lib/wire/device/counter-console.ts';

/** The name of a service in the reader's language; its code where nobody has defined it. */
export function useServiceName(services: readonly ConsoleService[]): (code: string) => string {
  const locale = useLocale();
  return (code) => {
    const service = services.find((one) => one.service === code);
    return service ? localName(locale, service) : code;
  };
}
