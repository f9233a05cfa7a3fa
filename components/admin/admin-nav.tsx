'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useMe } from './me-provider.tsx';
import { sectionsFor } from './sections.ts';

/** The pages of administration that this person has something to do on. */
export function AdminNav() {
  const t = useTranslations('admin');
  const { roles } = useMe();
  const path = usePathname();
  const isHere = (href: string): boolean => path === href || path.startsWith(`${href}/`);
  return (
    <nav aria-label={t('title')} className="lg:w-44 lg:shrink-0">
      <ul className="flex flex-wrap gap-1 lg:flex-col">
        {sectionsFor(roles).map(({ key, href, also = [] }) => (
          <li key={key}>
            <Link
              href={href}
              prefetch={false}
              aria-current={[href, ...also].some(isHere) ? 'page' : undefined}
              className="flex items-center rounded-lg px-3 py-1.5 text-ink2 hover:text-ink aria-[current=page]:bg-brand-soft aria-[current=page]:font-semibold aria-[current=page]:text-brand pointer-coarse:min-h-11"
            >
              {t(`sections.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
