import { expectThat } from './walk.mjs';

/** @param {string} mark */
const RULE = (mark) => `event Probe_${mark} {
  id      string     @id
  card    string
  amount  decimal
  at      timestamp  @time
} late after 10m

rule testing_${mark} "Card testing, walked through" {
  severity high
  by card
  match probe: Probe_${mark}[amount < 2]{2,}
   then hit:   Probe_${mark}[amount > 200]
  within 10m
  alert "Card {card}: {count(probe)} small charges, then {hit.amount}"
}
`;

/**
 * Writes a rule with a mistake, sees it underlined, mends it, saves it.
 * @param {import('./walk.mjs').Walk} walk
 */
export async function writeRule(walk) {
  const { page, mark } = walk;
  const editor = page.getByRole('textbox', { name: `Text of walk-${mark}.trip` });
  const replaceText = async (/** @type {string} */ text) => {
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await editor.evaluate(paste, text);
  };

  await walk.step('a new rule file begins with a template', async () => {
    await walk.open('/rules/new');
    await page.getByRole('radio', { name: /Empty file/ }).check();
    await page.getByLabel('File name').fill(`walk-${mark}`);
    await walk.picture('new-rule-file');
    await walk.press('Open in the editor');
    await editor.waitFor();
    await walk.seeText('Not saved yet');
  });

  await walk.step('a mistake is underlined while typing, and said with its place', async () => {
    await replaceText(RULE(mark).replace('[amount > 200]', '[amout > 200]'));
    const underlined = page.locator('.cm-lintRange-error');
    await underlined.first().waitFor();
    expectThat((await underlined.first().innerText()).includes('amout'), 'the underline is at amout');
    await walk.seeText('1 error');
    await walk.picture('rule-with-error');
    await page.getByRole('button', { name: /12:/ }).click();
  });

  await walk.step('a rule with errors is not saved', async () => {
    await page.keyboard.press('ControlOrMeta+s');
    await walk.seeText(`walk-${mark}.trip was not saved.`);
    await walk.press('Close notice');
  });

  await walk.step('leaving asks about unsaved changes', async () => {
    await page.getByRole('link', { name: 'Status', exact: true }).click();
    await walk.seeText('Leave without saving?');
    await walk.press('Cancel');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  await walk.step('mended, it is saved by keyboard', async () => {
    await replaceText(RULE(mark));
    await walk.seeText('No problems');
    await page.keyboard.press('ControlOrMeta+s');
    await walk.seeText(`Saved walk-${mark}.trip`);
    await walk.seeText('Saved', { exact: true });
    await walk.picture('rule-saved');
  });

  await walk.step('somebody else is faster: the conflict is explained, and mine can win', async () => {
    const theirs = `// theirs\n${RULE(mark)}`;
    await walk.request(`/v1/rules/walk-${mark}.trip`, {
      method: 'PUT',
      body: theirs,
      headers: { 'Content-Type': 'text/plain' },
    });
    await replaceText(`// mine\n${RULE(mark)}`);
    await page.keyboard.press('ControlOrMeta+s');
    await walk.seeText('was changed by somebody else');
    await walk.seeText('Show their text');
    await walk.picture('conflict');
    await walk.press('Overwrite with mine');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await walk.seeText('Saved', { exact: true });
  });

  await walk.step('the list of rules has it, with severity and key', async () => {
    await page.getByRole('link', { name: 'Rules', exact: true }).first().click();
    await walk.seeText('Card testing, walked through');
    await walk.picture('rules');
  });
}

/**
 * Deletes the rule file again.
 * @param {import('./walk.mjs').Walk} walk
 */
export async function deleteRule(walk) {
  await walk.step('the rule file is deleted after asking', async () => {
    await walk.open(`/rules/walk-${walk.mark}.trip`);
    await walk.press('Delete…');
    await walk.press('Delete the file');
    await walk.seeText(`Deleted walk-${walk.mark}.trip.`);
  });
}

/**
 * Runs in the page. Text inserted as if typed would let the browser's own editing make inline styles, which the page
 * forbids; what is pasted the editor takes by itself.
 * @param {Element} editor
 * @param {string} text
 */
function paste(editor, text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
