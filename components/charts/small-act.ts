/** How a small act beside or below figures looks. */
export const SMALL_ACT =
  'rounded py-1 text-brand underline decoration-line underline-offset-3 hover:decoration-brand pointer-coarse:min-h-11';
