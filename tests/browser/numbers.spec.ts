import { speakingQueues } from '../../components/board/speaking-queues.ts';
import { formatOf } from '../../lib/i18n/format.ts';
import type { AreaBoard } from '../../lib/wire/board.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import { expect, test } from './live-test.ts';

const format = formatOf('vi');
type BoardAnswer = { asOf: number | string; board: AreaBoard };

for (const area of ['tp', 'song', 'nui']) {
  test(`the overview of ${area} shows the numbers that /board and /kpis give`, async ({ city, page }) => {
    await page.goto(`/areas/${area}`);
    await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live');
    const answer = (await city.read(`/areas/${area}/board`)) as BoardAnswer;
    const { header, totals, units } = answer.board;
    const span = `from=${header.day}&to=${header.day}`;
    const today = (await city.read(`/areas/${area}/kpis?${span}`)) as KpisAnswer;
    const month = (await city.read(
      `/areas/${area}/kpis?from=${header.monthFrom}&to=${header.day}`,
    )) as KpisAnswer;

    const { satisfied } = month.ratings;
    expect(totals.satisfiedMonth).toEqual([satisfied.n, satisfied.of]);
    const level = today.tickets?.wait.within['900'];
    expect(totals.within).toEqual([level?.n, level?.of]);
    expect(totals.issued).toBe(today.tickets?.issued);
    expect(totals.finished).toBe(today.tickets?.finished);

    const panel = (title: RegExp) =>
      page.locator('section').filter({ has: page.getByRole('heading', { name: title, level: 2 }) });
    const ofMonth = panel(/^Hài lòng tháng \d+$/);
    await expect(ofMonth).toContainText(format.percent(satisfied.share));
    await expect(ofMonth).toContainText(`trên ${format.number(satisfied.of)} lượt`);
    const within = panel(/^Trong 15 phút/);
    await expect(within).toContainText(format.percent(level?.share ?? null));
    await expect(within).toContainText(`trên ${format.number(level?.of)} lượt`);
    const speaking = speakingQueues(units, Date.now());
    await expect(panel(/^Đang chờ$/)).toContainText(`${format.number(speaking.waiting)}người`);
  });
}

test('two pages that are open at the same time show the same number', async ({ city, context }) => {
  const [above, below] = [await context.newPage(), await context.newPage()];
  await Promise.all([above.goto('/areas/nui'), below.goto('/areas/nui-3')]);
  const row = above
    .getByRole('row')
    .filter({ has: above.getByRole('link', { name: 'Núi Cao 3', exact: true }) });
  const board = (await city.read('/areas/nui-3/board')) as { board: { totals: { waiting: number } } };
  const waiting = String(board.board.totals.waiting);
  await expect(row.getByRole('cell').first()).toHaveText(waiting);
  await expect(
    below
      .getByRole('term')
      .filter({ hasText: /^Đang chờ$/ })
      .locator('xpath=following-sibling::dd[1]'),
  ).toHaveText(waiting);
});
