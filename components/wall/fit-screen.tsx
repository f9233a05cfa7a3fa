'use client';
import { type ReactNode, useEffect, useRef } from 'react';

/** The picture is drawn for desks of about this width, in CSS px; on a larger screen everything grows. */
const DESK_PX = 1280;
/** Smaller than this nothing can be read, and what is left lies below the edge. */
const SMALLEST = 0.7;
const STEPS = 12;
/** What is drawn changes with every event: how large, at most once a second. */
const EVERY_MS = 1_000;

/**
 * Draws its children as large as the screen allows with all of them on it: nobody scrolls a wall. Screens that are
 * narrower than a desk scroll as any page does.
 */
export function FitScreen({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const held = box.current;
    if (!held) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        settle(held);
      }, EVERY_MS);
    };
    const now = (): void => settle(held);
    now();
    const sizes = new ResizeObserver(later);
    sizes.observe(held);
    window.addEventListener('resize', now);
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      window.removeEventListener('resize', now);
    };
  }, []);
  return <div ref={box}>{children}</div>;
}

/** The largest size at which nothing lies below the edge; tried and settled before anything is painted. */
function settle(held: HTMLElement): void {
  const largest = innerWidth / DESK_PX;
  const fits = (size: number): boolean => {
    held.style.zoom = String(size);
    // Of the document: what an element itself says of its size under zoom differs between browsers.
    return document.documentElement.scrollHeight <= innerHeight;
  };
  if (largest < 1) {
    held.style.zoom = '1';
    return;
  }
  for (let step = 0; step < STEPS; step += 1)
    if (fits(largest - (step * (largest - SMALLEST)) / STEPS)) return;
  fits(SMALLEST);
}
