/** How everything that is typed into or chosen from looks: 16 px type, which no phone enlarges, 44 px high for fingers. */
export const CONTROL_LOOK =
  'w-full min-w-0 rounded-lg border border-ink3/75 bg-panel px-3 py-2 text-base placeholder:text-ink3 aria-invalid:border-missed aria-invalid:bg-missed-soft pointer-coarse:min-h-11';
