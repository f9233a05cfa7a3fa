import type { ComponentProps } from 'react';

const LOOKS = {
  main: 'border-brand bg-brand text-brand-ink text-[20px]',
  plain: 'border-line bg-panel text-ink hover:border-quiet text-[16px]',
};

type ActButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  look?: keyof typeof LOOKS;
  /** The key that does the same; null while keys are off. */
  shortcut?: string | null;
};

/** An act of the console: large enough for a finger, with its key beside it. */
export function ActButton({ look = 'plain', shortcut = null, children, ...rest }: ActButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcut ?? undefined}
      {...rest}
      className={`flex min-h-14 items-center justify-center gap-2.5 rounded-xl border px-4 py-2 font-semibold disabled:opacity-45 ${LOOKS[look]}`}
    >
      {children}
      {shortcut !== null && (
        <span
          aria-hidden="true"
          className="rounded border border-current px-1.5 py-px font-sans text-small uppercase opacity-75"
        >
          {shortcut}
        </span>
      )}
    </button>
  );
}
