export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Cookie that remembers the reader's choice. */
export const THEME_COOKIE = 'theme';

/** The theme of a cookie's value; desks are light unless somebody chose. */
export const themeOf = (text: string | undefined): Theme => THEMES.find((theme) => theme === text) ?? 'light';
