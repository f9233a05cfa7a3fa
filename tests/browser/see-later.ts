import type { Page } from '@playwright/test';

/** Scrolls to what loads when a reader comes near. */
export const seeLater = (page: Page): Promise<void> => page.locator('[data-later]').scrollIntoViewIfNeeded();
