'use client';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { afterNumbers } from '../live/numbers-first.ts';
import { OffPast } from '../ui/in-past.tsx';

const Space = () => <div aria-hidden="true" className="h-24 rounded-panel border border-line bg-panel" />;
const AreaPanels = dynamic(
  () => afterNumbers(() => import('../since/area-panels.tsx').then((part) => part.AreaPanels)),
  { ssr: false, loading: Space },
);

/** So far below the window a reader who scrolls may be any moment. */
const NEAR = '120px';

/**
 * Where what is not live stands, once the first numbers are there and the reader comes near: what changed since the last
 * look, which is a look only where it was seen. Nothing of it was so in the past.
 */
export function LaterPanels({ className = '' }: { className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <OffPast>
      <div ref={place} data-later="" className={`grid gap-2.5 md:gap-3 ${className}`}>
        {near ? <AreaPanels /> : <Space />}
      </div>
    </OffPast>
  );
}
