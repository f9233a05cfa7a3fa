'use client';
import dynamic from 'next/dynamic';
import { ChartSpace } from '../board/chart-space.tsx';
import { afterNumbers } from '../live/numbers-first.ts';

/** More units than this have no line each: a funnel shows them. */
export const MOST_LINES = 40;

/** Charts of shares against a target, fetched once the first numbers are live. */
export const CompareChart = dynamic(
  () => afterNumbers(() => import('./compare-chart.tsx').then((part) => part.CompareChart)),
  { ssr: false, loading: ChartSpace },
);
export const FunnelChart = dynamic(
  () => afterNumbers(() => import('./funnel-chart.tsx').then((part) => part.FunnelChart)),
  { ssr: false, loading: ChartSpace },
);
