import type { ComponentProps } from 'react';

const LOOKS = {
  primary: 'border-brand bg-brand text-brand-ink',
  plain: 'border-line bg-panel text-ink hover:border-quiet',
};

/** A button; at least 44 px high where a finger presses it. */
export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: 'primary' | 'plain' }) {
  return (
    <button
      type="button"
      {...rest}
      className={`rounded-lg border px-3 py-1.5 text-small font-semibold pointer-coarse:min-h-11 ${LOOKS[look]} ${className}`}
    />
  );
}
