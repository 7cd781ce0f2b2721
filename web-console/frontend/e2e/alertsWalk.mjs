import { expectThat } from './walk.mjs';

/**
 * Posts events that complete the rule, sees the alert come by itself, opens it.
 * @param {import('./walk.mjs').Walk} walk
 */
export async function seeAlert(walk) {
  const { page, mark } = walk;
  const message = `Card ${mark}: 2 small charges, then 950.5`;

  await walk.step('an alert comes by itself, without loading the page again', async () => {
    await walk.open('/alerts');
    await walk.seeText('Live', { exact: true });
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));
    await postEvents(walk);
    await page.getByRole('link', { name: message }).waitFor();
    expectThat(
      (await page.locator('body').getAttribute('data-same-page')) === 'yes',
      'the page was not loaded again',
    );
    await walk.picture('alerts');
  });

  await walk.step('the alert opens with its matched events, bound to their steps', async () => {
    await page.getByRole('link', { name: message }).click();
    await page.getByRole('heading', { name: message }).waitFor();
    await walk.seeText('3 events');
    expectThat((await page.locator('.matched-event').count()) === 3, 'three matched events');
    const steps = await page.locator('.matched-event .step').allInnerTexts();
    expectThat(steps.join() === 'probe,probe,hit', `the steps probe, probe, hit; not ${steps.join()}`);
    await walk.seeText('950.5', { exact: true });
  });

  await walk.step('its delivery is there', async () => {
    await page.locator('.alert-panel .delivery', { hasText: 'delivered' }).first().waitFor();
    await page.locator('.alert-panel .delivery summary').first().click();
    await walk.picture('alert');
  });

  await walk.step('filters stand in the address and narrow the list', async () => {
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('low');
    await page.waitForURL(/severity=low/);
    await page.getByRole('link', { name: message }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('high');
    await page.getByRole('searchbox', { name: 'Key' }).fill(mark);
    await page.waitForURL(new RegExp(`key=${mark}`));
    await page.getByRole('link', { name: message }).waitFor();
    expectThat((await page.locator('tr[data-alert]').count()) === 1, 'one alert of this key');
  });

  await walk.step('the alert has an address of its own', async () => {
    await page.reload();
    await page.getByRole('heading', { name: message }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: message }).waitFor({ state: 'detached' });
  });
}

/** @param {import('./walk.mjs').Walk} walk */
async function postEvents(walk) {
  const now = Date.now();
  const events = ['1.00', '1.50', '950.50'].map((amount, index) => {
    const at = new Date(now - 60_000 + index * 20_000).toISOString();
    return `{"type":"Probe_${walk.mark}","id":"p-${index}","card":"${walk.mark}","amount":${amount},"at":"${at}"}`;
  });
  await walk.request('/v1/events', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: events.join('\n'),
  });
}
