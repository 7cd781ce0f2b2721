/**
 * Backtests a rule file from its page, sees what is different, finds it in the list again.
 * @param {import('./walk.mjs').Walk} walk
 */
export async function seeBacktest(walk) {
  const { page, mark } = walk;

  await walk.step('a rule file is backtested over the history', async () => {
    await walk.open(`/rules/walk-${mark}.trip`);
    await page.getByRole('button', { name: 'Backtest' }).click();
    await walk.picture('backtest-dialog');
    await page.getByRole('button', { name: 'Run the backtest' }).click();
    await page.waitForURL(/\/backtests\/\d+$/);
    await page.getByRole('heading', { name: /^Alerts per day/ }).waitFor();
    await page.locator('.uplot canvas').waitFor();
    await page.locator('.backtest-alerts tbody tr').first().waitFor();
    await walk.picture('backtest');
  });

  await walk.step('alerts are told apart by whose they are', async () => {
    await page.getByRole('button', { name: 'Appear' }).click();
    await walk.seeText('There are none of these.');
    await page.getByRole('button', { name: 'In both' }).click();
    await page.locator('.backtest-alerts tbody tr').first().waitFor();
  });

  await walk.step('it stands in the list, and can be forgotten', async () => {
    await walk.open('/backtests');
    const link = page.getByRole('link', { name: `walk-${mark}.trip` });
    await link.waitFor();
    await walk.picture('backtests');
    await link.click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(/\/backtests$/);
    await link.waitFor({ state: 'detached' });
  });
}
