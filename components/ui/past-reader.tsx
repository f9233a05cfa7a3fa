'use client';
import { createContext, type ReactNode, useContext } from 'react';

const PastReaderContext = createContext(false);

/** Says to everything inside whether the reader may look at past moments of its area; the server decides anew. */
export const PastReader = ({ may, children }: { may: boolean; children: ReactNode }) => (
  <PastReaderContext value={may}>{children}</PastReaderContext>
);

export const useReadsPast = (): boolean => useContext(PastReaderContext);
