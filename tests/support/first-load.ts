import type { Browser, Page } from '@playwright/test';
import { browserCookies } from './browser-cookies.ts';
import type { SignedIn } from './signed-in.ts';

/** The most script that a first visit may cost, KB on the wire: until the numbers are live, and with the charts. */
export const MOST_SCRIPT_KB = { numbers: 180, charts: 300 };

export type FirstLoad = { numbersKb: number; chartsKb: number };

/** A desk's page of somebody signed in, with nothing in its cache. Close its context. */
export async function openFreshPage(browser: Browser, reader: SignedIn): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
  await context.addCookies(browserCookies(reader));
  return context.newPage();
}

export const chartsShown = (page: Page): Promise<unknown> => page.waitForSelector('.recharts-surface');

/** Bytes of script on the wire (gzip, headers included) until the numbers are live and until charts are drawn. */
export async function firstLoad(browser: Browser, reader: SignedIn, url: string): Promise<FirstLoad> {
  const page = await openFreshPage(browser, reader);
  const devtools = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  // The page itself says when: by the time that this process has asked it, more would have been loaded.
  const live = new Promise<number>((seen) => devtools.on('Runtime.bindingCalled', () => seen(bytes)));
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: 'numbersAreLive' });
  await devtools.send('Network.enable');
  await page.addInitScript(() => {
    const watching = new MutationObserver(() => {
      if (!document.querySelector('[data-link="live"]')) return;
      watching.disconnect();
      Reflect.get(window, 'numbersAreLive')('');
    });
    watching.observe(document, { subtree: true, childList: true, attributeFilter: ['data-link'] });
  });
  await page.goto(url, { waitUntil: 'commit' });
  const numbersKb = (await live) / 1000;
  await chartsShown(page);
  await page.waitForLoadState('networkidle');
  const chartsKb = bytes / 1000;
  await page.context().close();
  return { numbersKb, chartsKb };
}
