import type { Locale } from './locale.ts';
import type access from './messages/access/vi.json';
import type admin from './messages/admin/vi.json';
import type alertRules from './messages/alert-rules/vi.json';
import type alerts from './messages/alerts/vi.json';
import type apology from './messages/apology/vi.json';
import type audit from './messages/audit/vi.json';
import type book from './messages/book/vi.json';
import type bookPanel from './messages/book-panel/vi.json';
import type calendar from './messages/calendar/vi.json';
import type citizen from './messages/citizen/vi.json';
import type conduct from './messages/conduct/vi.json';
import type counterConsole from './messages/counter-console/vi.json';
import type devices from './messages/devices/vi.json';
import type dossierPanel from './messages/dossier-panel/vi.json';
import type dossiers from './messages/dossiers/vi.json';
import type forms from './messages/forms/vi.json';
import type inspectionPanel from './messages/inspection-panel/vi.json';
import type inspections from './messages/inspections/vi.json';
import type kiosk from './messages/kiosk/vi.json';
import type measures from './messages/measures/vi.json';
import type meetings from './messages/meetings/vi.json';
import type models from './messages/models/vi.json';
import type notes from './messages/notes/vi.json';
import type officer from './messages/officer/vi.json';
import type publicForm from './messages/public-form/vi.json';
import type published from './messages/published/vi.json';
import type rate from './messages/rate/vi.json';
import type ratings from './messages/ratings/vi.json';
import type replay from './messages/replay/vi.json';
import type reports from './messages/reports/vi.json';
import type since from './messages/since/vi.json';
import type surveys from './messages/surveys/vi.json';
import type wall from './messages/wall/vi.json';
import type wallBoard from './messages/wall-board/vi.json';
import { parsedTexts } from './parsed-texts.ts';

/** Texts that only some pages need, by theme; a page names its themes and its reader loads no other. */
const THEMES = {
  access: {
    vi: () => import('./messages/access/vi.json'),
    en: () => import('./messages/access/en.json'),
  },
  admin: {
    vi: () => import('./messages/admin/vi.json'),
    en: () => import('./messages/admin/en.json'),
  },
  alertRules: {
    vi: () => import('./messages/alert-rules/vi.json'),
    en: () => import('./messages/alert-rules/en.json'),
  },
  alerts: {
    vi: () => import('./messages/alerts/vi.json'),
    en: () => import('./messages/alerts/en.json'),
  },
  apology: {
    vi: () => import('./messages/apology/vi.json'),
    en: () => import('./messages/apology/en.json'),
  },
  audit: {
    vi: () => import('./messages/audit/vi.json'),
    en: () => import('./messages/audit/en.json'),
  },
  book: {
    vi: () => import('./messages/book/vi.json'),
    en: () => import('./messages/book/en.json'),
  },
  bookPanel: {
    vi: () => import('./messages/book-panel/vi.json'),
    en: () => import('./messages/book-panel/en.json'),
  },
  calendar: {
    vi: () => import('./messages/calendar/vi.json'),
    en: () => import('./messages/calendar/en.json'),
  },
  citizen: {
    vi: () => import('./messages/citizen/vi.json'),
    en: () => import('./messages/citizen/en.json'),
  },
  conduct: {
    vi: () => import('./messages/conduct/vi.json'),
    en: () => import('./messages/conduct/en.json'),
  },
  counterConsole: {
    vi: () => import('./messages/counter-console/vi.json'),
    en: () => import('./messages/counter-console/en.json'),
  },
  devices: {
    vi: () => import('./messages/devices/vi.json'),
    en: () => import('./messages/devices/en.json'),
  },
  dossierPanel: {
    vi: () => import('./messages/dossier-panel/vi.json'),
    en: () => import('./messages/dossier-panel/en.json'),
  },
  dossiers: {
    vi: () => import('./messages/dossiers/vi.json'),
    en: () => import('./messages/dossiers/en.json'),
  },
  forms: {
    vi: () => import('./messages/forms/vi.json'),
    en: () => import('./messages/forms/en.json'),
  },
  inspectionPanel: {
    vi: () => import('./messages/inspection-panel/vi.json'),
    en: () => import('./messages/inspection-panel/en.json'),
  },
  inspections: {
    vi: () => import('./messages/inspections/vi.json'),
    en: () => import('./messages/inspections/en.json'),
  },
  kiosk: {
    vi: () => import('./messages/kiosk/vi.json'),
    en: () => import('./messages/kiosk/en.json'),
  },
  measures: {
    vi: () => import('./messages/measures/vi.json'),
    en: () => import('./messages/measures/en.json'),
  },
  meetings: {
    vi: () => import('./messages/meetings/vi.json'),
    en: () => import('./messages/meetings/en.json'),
  },
  models: {
    vi: () => import('./messages/models/vi.json'),
    en: () => import('./messages/models/en.json'),
  },
  notes: {
    vi: () => import('./messages/notes/vi.json'),
    en: () => import('./messages/notes/en.json'),
  },
  officer: {
    vi: () => import('./messages/officer/vi.json'),
    en: () => import('./messages/officer/en.json'),
  },
  publicForm: {
    vi: () => import('./messages/public-form/vi.json'),
    en: () => import('./messages/public-form/en.json'),
  },
  published: {
    vi: () => import('./messages/published/vi.json'),
    en: () => import('./messages/published/en.json'),
  },
  rate: {
    vi: () => import('./messages/rate/vi.json'),
    en: () => import('./messages/rate/en.json'),
  },
  ratings: {
    vi: () => import('./messages/ratings/vi.json'),
    en: () => import('./messages/ratings/en.json'),
  },
  replay: {
    vi: () => import('./messages/replay/vi.json'),
    en: () => import('./messages/replay/en.json'),
  },
  reports: {
    vi: () => import('./messages/reports/vi.json'),
    en: () => import('./messages/reports/en.json'),
  },
  since: {
    vi: () => import('./messages/since/vi.json'),
    en: () => import('./messages/since/en.json'),
  },
  surveys: {
    vi: () => import('./messages/surveys/vi.json'),
    en: () => import('./messages/surveys/en.json'),
  },
  wall: {
    vi: () => import('./messages/wall/vi.json'),
    en: () => import('./messages/wall/en.json'),
  },
  wallBoard: {
    vi: () => import('./messages/wall-board/vi.json'),
    en: () => import('./messages/wall-board/en.json'),
  },
} as const satisfies Record<string, Record<Locale, () => Promise<{ default: object }>>>;

export type TextTheme = keyof typeof THEMES;
export type ThemeTexts = typeof access &
  typeof admin &
  typeof alertRules &
  typeof alerts &
  typeof apology &
  typeof audit &
  typeof book &
  typeof bookPanel &
  typeof calendar &
  typeof citizen &
  typeof conduct &
  typeof counterConsole &
  typeof devices &
  typeof dossierPanel &
  typeof dossiers &
  typeof forms &
  typeof inspectionPanel &
  typeof inspections &
  typeof kiosk &
  typeof measures &
  typeof meetings &
  typeof models &
  typeof notes &
  typeof officer &
  typeof publicForm &
  typeof published &
  typeof rate &
  typeof ratings &
  typeof replay &
  typeof reports &
  typeof since &
  typeof surveys &
  typeof wall &
  typeof wallBoard;

/** The texts of these themes in one language, parsed. */
export async function loadThemes(locale: Locale, ...themes: TextTheme[]): Promise<Partial<ThemeTexts>> {
  const loaded = await Promise.all(themes.map((theme) => THEMES[theme][locale]()));
  return Object.assign({}, ...loaded.map((texts) => parsedTexts(texts.default)));
}
