'use client';
import type { ReactNode } from 'react';
import { useBoard } from '../live/use-board.ts';
import { useInPast } from '../ui/in-past.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { type DossierFilters, dossiersPath } from './dossiers-path.ts';

type DossiersLinkProps = { filters?: DossierFilters; className?: string; children: ReactNode };

/**
 * Leads to the dossiers behind a count of this board. In the past, whose dossiers no list holds, it is the same text
 * and leads nowhere.
 */
export function DossiersLink({ filters, className = '', children }: DossiersLinkProps) {
  const area = useBoard((board) => board.header.code);
  const past = useInPast() !== null;
  if (past) return <span className={className}>{children}</span>;
  return (
    <PageLink
      href={dossiersPath(area, filters)}
      className={`underline decoration-line underline-offset-3 hover:decoration-current ${className}`}
    >
      {children}
    </PageLink>
  );
}
