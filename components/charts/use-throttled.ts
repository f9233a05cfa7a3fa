'use client';
import { useEffect, useRef, useState } from 'react';

/** The value as it was at most `everyMs` ago: changes at once when it rested, else once per `everyMs`. */
export function useThrottled<T>(value: T, everyMs = 1000): T {
  const [shown, setShown] = useState(value);
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const show = () => {
      shownAt.current = performance.now();
      setShown(() => value);
    };
    const wait = shownAt.current + everyMs - performance.now();
    if (wait <= 0) {
      show();
      return;
    }
    const timer = setTimeout(show, wait);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return shown;
}
