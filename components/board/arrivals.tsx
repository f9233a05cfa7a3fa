'use client';
import dynamic from 'next/dynamic';
import { afterNumbers } from '../live/numbers-first.ts';
import { ChartPanelSpace } from './chart-panel-space.tsx';

/** When is it busy? Fetched once the first numbers are live. */
export const Arrivals = dynamic(
  () => afterNumbers(() => import('./arrivals-panel.tsx').then((part) => part.ArrivalsPanel)),
  { ssr: false, loading: ChartPanelSpace },
);
