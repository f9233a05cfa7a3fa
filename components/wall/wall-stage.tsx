'use client';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { useTimeOfDayAs } from '../live/use-now.ts';
import { STAGE, type TypeSizes } from './type-sizes.ts';
import { shiftAt } from './wall-time.ts';

/** The picture of a TV: grown as a whole to what the screen allows, without pointer and bars, moving a little, dim at night. */
export function WallStage({ sizes, dim, children }: { sizes: TypeSizes; dim: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const x = useTimeOfDayAs((now) => shiftAt(now).x);
  const y = useTimeOfDayAs((now) => shiftAt(now).y);
  useEffect(() => {
    const held = box.current;
    if (!held) return;
    const grow = (): void => {
      held.style.zoom = String(Math.min(innerWidth / STAGE.width, innerHeight / STAGE.height));
    };
    grow();
    window.addEventListener('resize', grow);
    return () => window.removeEventListener('resize', grow);
  }, []);
  const style = {
    width: STAGE.width,
    height: STAGE.height,
    transform: `translate(${x}px, ${y}px)`,
    '--figure': `${sizes.figure}px`,
    '--name': `${sizes.name}px`,
    '--word': `${sizes.word}px`,
    '--small': `${sizes.small}px`,
  } as CSSProperties;
  return (
    <div className="fixed inset-0 grid cursor-none place-items-center overflow-hidden select-none">
      <div
        ref={box}
        data-stage=""
        data-night={dim || undefined}
        style={style}
        className="relative grid shrink-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] gap-4 px-9 py-6 leading-tight data-night:opacity-45"
      >
        {children}
      </div>
    </div>
  );
}
