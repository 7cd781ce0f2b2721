import { expectThat } from './walk.mjs';

/** @param {string} mark */
const VIEW = (mark) => `event Visit_${mark} {
  page  string
  at    timestamp  @time
} late after 10m

view visits_${mark} "Visits, walked through" {
  from Visit_${mark} by page
  window tumbling 1m
  select count() as visits
}
`;

/**
 * Sees a view drawn and as a table, goes through its windows by keys.
 * @param {import('./walk.mjs').Walk} walk
 */
export async function seeView(walk) {
  const { page, mark } = walk;
  const file = `/v1/rules/views-${mark}.trip`;

  await walk.step('a view says when its first row will come', async () => {
    await walk.request(file, {
      method: 'PUT',
      headers: { 'Content-Type': 'text/plain' },
      body: VIEW(mark),
    });
    await walk.open('/views');
    await page.getByRole('link', { name: 'Visits, walked through' }).click();
    await walk.seeText('There is no row yet');
  });

  await walk.step('its rows come by themselves, drawn and as a table', async () => {
    await postVisits(walk);
    await page.locator('.uplot canvas').waitFor();
    await page.locator('.view-rows tbody tr').nth(3).waitFor();
    expectThat((await page.locator('.view-rows tbody tr').count()) === 4, 'four rows');
    await walk.picture('view');
  });

  await walk.step('the arrow keys go from window to window', async () => {
    await page.getByRole('group', { name: /^Chart: visits of/ }).focus();
    await page.keyboard.press('End');
    const said = page.locator('.row-chart output');
    expectThat(/\/a: 1; \/b: 2$/.test(await said.innerText()), 'the last window is said');
    await page.keyboard.press('ArrowLeft');
    expectThat(/\/a: 3; \/b: 1$/.test(await said.innerText()), 'the one before is said');
  });

  await walk.step('a group and a kind of chart stand in the address', async () => {
    await page.getByRole('button', { name: 'Bars' }).click();
    await page.waitForURL(/as=bars/);
    await page.getByRole('searchbox', { name: 'Value of a group' }).fill('/b');
    await page.keyboard.press('Enter');
    await page.waitForURL(/group=/);
    await page.locator('.view-rows tbody tr').nth(2).waitFor({ state: 'detached' });
    await walk.picture('view-bars');
    await walk.request(file, { method: 'DELETE' });
  });
}

/** @param {import('./walk.mjs').Walk} walk */
async function postVisits(walk) {
  const startMillis = Math.floor(Date.now() / 60_000 - 5) * 60_000;
  /** @type {[string, number][]} */
  const visits = [
    ['/a', 0],
    ['/a', 10],
    ['/b', 20],
    ['/a', 50],
    ['/b', 60],
    ['/b', 70],
    ['/a', 80],
    ['/a', 130],
  ];
  const lines = visits.map(([name, seconds]) =>
    JSON.stringify({
      type: `Visit_${walk.mark}`,
      page: name,
      at: new Date(startMillis + seconds * 1000).toISOString(),
    }),
  );
  await walk.request('/v1/events', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
}
