'use client';
import { createContext, type ReactNode, useContext } from 'react';

/** A past picture, and how it leads to the same moment of another area. */
export type InPast = { pathOf(area: string): string; open(area: string): void };

/** Set around a picture of a past moment. */
export const PastContext = createContext<InPast | null>(null);

/** Null: the picture is live. */
export const useInPast = (): InPast | null => useContext(PastContext);

/** What is of the present alone: advice what to do now, and what the server says of itself today. */
export const OffPast = ({ children }: { children: ReactNode }) => (useInPast() ? null : children);
