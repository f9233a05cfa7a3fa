'use client';
import { createContext, type ReactNode, useContext } from 'react';

const MeasuresReaderContext = createContext(false);

/** Says to everything inside whether the reader may read measures and past moments of its area; the server decides anew. */
export const MeasuresReader = ({ may, children }: { may: boolean; children: ReactNode }) => (
  <MeasuresReaderContext value={may}>{children}</MeasuresReaderContext>
);

export const useReadsMeasures = (): boolean => useContext(MeasuresReaderContext);
