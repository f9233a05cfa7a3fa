'use client';
import { createContext, type ReactNode, useContext } from 'react';

const WallContext = createContext(false);

/** Everything inside stands on a wall: nobody touches it, anybody sees it, and its cookie opens this one view. */
export const OnWall = ({ children }: { children: ReactNode }) => (
  <WallContext value={true}>{children}</WallContext>
);

export const useOnWall = (): boolean => useContext(WallContext);

/**
 * What has no place on a wall: what is for a hand, what one person said or wrote, advice to the head of a unit, and what
 * the cookie of a wall may not ask for (K5).
 */
export const OffWall = ({ children }: { children: ReactNode }) => (useOnWall() ? null : children);
