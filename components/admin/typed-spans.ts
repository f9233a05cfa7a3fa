import { clockTime } from './week-plan.ts';

/** Spans of the clock as people type them ("11:30–13:30; 17h-24h"); what is no span stays for the server to name. */
export const typedSpans = (text: string): { from: string; to: string }[] =>
  text
    .split(/[;,]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split(/[-–—]/);
      return { from: clockTime(from), to: clockTime(to) };
    });
