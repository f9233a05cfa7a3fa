/** How every control looks that narrows a list. */
export const FILTER_LOOK = 'rounded-lg border border-ink3/75 bg-panel px-2 py-1.5 pointer-coarse:min-h-11';
