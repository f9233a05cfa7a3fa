import { firstLoad, MOST_SCRIPT_KB } from '../support/first-load.ts';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const pages = [
  { name: 'a whole city', path: '/' },
  { name: 'an area of some dozen units', path: '/areas/nui' },
  { name: 'an area of few units', path: '/areas/song' },
  { name: 'a unit', path: `/areas/${WARDS.late.code}` },
];

for (const { name, path } of pages) {
  test(`the page of ${name} loads at most ${MOST_SCRIPT_KB.numbers} KB of script before its numbers are live`, async ({
    browser,
    city,
  }) => {
    const { numbersKb, chartsKb } = await firstLoad(browser, city.leader, `${city.server.url}${path}`);
    console.info(`${path}: ${numbersKb.toFixed(1)} KB until live, ${chartsKb.toFixed(1)} KB with charts`);
    // Less than half of it would mean that the measure, not the page, has lost weight.
    expect(numbersKb).toBeGreaterThan(MOST_SCRIPT_KB.numbers / 2);
    expect(numbersKb).toBeLessThanOrEqual(MOST_SCRIPT_KB.numbers);
    expect(chartsKb).toBeLessThanOrEqual(MOST_SCRIPT_KB.charts);
  });
}
