'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { fetchAhead } from '../live/numbers-first.ts';
import { type LivePage, livePath } from './live-page.ts';
import { useAreas } from './use-areas.ts';

const loadSearch = () => import('./area-search.tsx').then((part) => part.AreaSearch);
const AreaSearch = dynamic(loadSearch, { ssr: false });
const ahead = (): void => fetchAhead(loadSearch);

type AreaSwitcherProps = { current: string; name: string; day: string; page: LivePage };

/** The name of the area; pressed, or with "/", it opens a search for another. */
export function AreaSwitcher({ current, name, day, page }: AreaSwitcherProps) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const [begun, setBegun] = useState('');
  const [areas, load] = useAreas();
  const router = useRouter();
  const [leaving, leave] = useTransition();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);

  const begin = useCallback((): void => {
    load();
    setBegun('');
    setOpen(true);
  }, [load]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (open && event.key.length === 1) {
        // The field is still on its way: what is typed meanwhile waits for it.
        event.preventDefault();
        setBegun((typed) => typed + event.key);
      } else if (event.key === '/') {
        event.preventDefault();
        begin();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [begin, open]);

  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const go = (code: string): void => {
    close();
    if (code !== current) leave(() => router.push(livePath(page, code)));
  };
  return (
    <div ref={box} className="min-w-0 md:relative">
      <h1>
        <button
          ref={button}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={open}
          title={t('switchArea', { name })}
          className="text-left font-semibold wrap-anywhere pointer-coarse:min-h-11 max-md:text-lead"
          onPointerEnter={ahead}
          onFocus={ahead}
          onClick={() => {
            if (open) close();
            else begin();
          }}
        >
          {name}{' '}
          <span aria-hidden="true" className="text-ink3">
            ▾
          </span>
        </button>
      </h1>
      {open && (
        <AreaSearch
          begun={begun}
          current={current}
          day={day}
          areas={areas}
          onRetry={load}
          onClose={close}
          onChoose={go}
        />
      )}
      <span role="status" className="text-small text-ink2">
        {leaving && t('loading')}
      </span>
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
