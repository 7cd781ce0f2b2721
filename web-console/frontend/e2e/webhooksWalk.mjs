import { isSigned } from './receiver.mjs';
import { expectThat } from './walk.mjs';

/**
 * Creates a webhook and tests it. Returns its secret.
 * @param {import('./walk.mjs').Walk} walk
 * @param {{received: import('./receiver.mjs').Received[], url: string}} receiver
 */
export async function createWebhook(walk, receiver) {
  const { page, mark } = walk;
  let secret = '';

  await walk.step('a webhook is created, and shows its secret once', async () => {
    await walk.open('/webhooks');
    await page.getByRole('button', { name: 'New webhook' }).first().click();
    await walk.press('Create');
    await walk.seeText('Give it a name');
    await page.getByLabel('Name').fill(`Walk ${mark}`);
    await page.getByLabel('URL').fill(receiver.url);
    await walk.press('Create');
    await walk.seeText('Copy its secret now.');
    secret = await page.getByRole('figure', { name: 'Secret' }).locator('pre').innerText();
    expectThat(secret.startsWith('whsec_'), 'a secret of Standard Webhooks');
    await walk.picture('webhook-secret');
    await walk.press('I have copied the secret');
  });

  await walk.step('a test reaches the receiver, signed with that secret', async () => {
    await page.getByRole('link', { name: `Walk ${mark}` }).click();
    await walk.press('Send a test');
    await walk.seeText('took the test');
    const [test] = receiver.received;
    expectThat(test !== undefined && isSigned(secret, test), 'a signed test');
  });

  await walk.step('it is disabled and enabled', async () => {
    await walk.press('Disable');
    await walk.seeText('disabled', { exact: true });
    await walk.press('Enable');
    await walk.seeText('enabled', { exact: true });
  });
  return secret;
}

/**
 * Sees the delivery of the alert, sends it again, deletes the webhook.
 * @param {import('./walk.mjs').Walk} walk
 * @param {{received: import('./receiver.mjs').Received[]}} receiver
 * @param {string} secret
 */
export async function seeDeliveries(walk, receiver, secret) {
  const { page, mark } = walk;
  const firing = () =>
    receiver.received.filter(({ body }) => body.includes('alert.firing') && body.includes(mark));

  await walk.step('the delivery of the alert is listed with its attempts', async () => {
    await walk.open('/webhooks');
    await page.getByRole('link', { name: `Walk ${mark}` }).click();
    await page.getByRole('button', { name: /^delivered/ }).click();
    const delivery = page.locator('.delivery', { hasText: 'alert.firing' }).first();
    await delivery.locator('summary').click();
    await delivery.getByText('204').first().waitFor();
    await walk.picture('webhook-deliveries');
    await walk.until('the message comes', () => firing().length > 0);
    expectThat(
      firing().length === 1 && firing().every((message) => isSigned(secret, message)),
      'one signed message',
    );
  });

  await walk.step('sent again, it comes under the same webhook-id', async () => {
    await walk.press('Send again');
    await walk.seeText('It is sent again');
    await page.locator('.delivery', { hasText: '2 attempts' }).first().waitFor();
    await walk.until('the message comes again', () => firing().length === 2);
    expectThat(new Set(firing().map(({ id }) => id)).size === 1, 'the same webhook-id twice');
  });

  await walk.step('the webhook is deleted after asking', async () => {
    await walk.press('Delete…');
    await walk.press('Delete the webhook');
    await walk.seeText(`Deleted Walk ${mark}.`);
  });
}
