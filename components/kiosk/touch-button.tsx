import type { ComponentProps } from 'react';

/** What a kiosk offers to touch: large, with room between. */
export function TouchButton(props: Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button
      type="button"
      {...props}
      className="min-h-24 rounded-2xl border-2 border-line bg-panel px-6 py-4 text-left text-[22px] leading-snug font-semibold text-balance active:border-brand active:bg-brand-soft disabled:border-dashed disabled:text-ink3 aria-pressed:border-brand aria-pressed:bg-brand-soft"
    />
  );
}
