import { expectThat } from './walk.mjs';

/**
 * What belongs to no page of its own: shortcuts, help, the page that is not there, status.
 * @param {import('./walk.mjs').Walk} walk
 */
export async function seeConsole(walk) {
  const { page } = walk;

  await walk.step('an unknown address says so', async () => {
    await walk.open('/nowhere');
    await walk.seeText('There is no such page');
  });

  await walk.step('keys lead to the pages, to the filter and to the help', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Status', exact: true }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('searchbox', { name: 'Key' }).waitFor();
    await page.keyboard.press('/');
    const focused = page.locator(':focus');
    expectThat((await focused.getAttribute('aria-label')) === 'Key', 'the filter has the focus');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await walk.step('the status tells of the node', async () => {
    await walk.open('/status');
    await walk.seeText('running', { exact: true });
    await walk.seeText('Watermark');
    await walk.picture('status');
  });
}
