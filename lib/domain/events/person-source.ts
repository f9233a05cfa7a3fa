/** Sources of people begin so; no key may speak in their name. */
export const PERSON_SOURCE = '/person/';

/** Whether a person told it on a page, at the server's time. */
export const isPersonSource = (source: string): boolean => source.startsWith(PERSON_SOURCE);
