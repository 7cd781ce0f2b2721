import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const PATIENCE_MILLIS = 30_000;

/** A walk through the console: named steps, each of which may take a picture. */
export class Walk {
  /**
   * @param {import('playwright-core').Page} page
   * @param {string} base
   * @param {string | null} folder where pictures go
   */
  constructor(page, base, folder) {
    this.page = page;
    this.base = base;
    this.folder = folder;
    /** Part of every name that the walk gives, so that walks do not meet. */
    this.mark = Date.now().toString(36);
    page.setDefaultTimeout(PATIENCE_MILLIS);
    if (folder) mkdirSync(folder, { recursive: true });
  }

  /**
   * @param {string} what
   * @param {() => Promise<void>} does
   */
  async step(what, does) {
    try {
      await does();
      console.log(`ok    ${what}`);
    } catch (error) {
      console.log(`FAIL  ${what}`);
      await this.picture('failure');
      throw error;
    }
  }

  /** @param {string} path */
  async open(path) {
    await this.page.goto(this.base + path);
  }

  /** @param {string} name */
  async picture(name) {
    if (this.folder) await this.page.screenshot({ path: join(this.folder, `${name}.png`) });
  }

  /**
   * @param {string} text
   * @param {{exact?: boolean}} [options]
   */
  async seeText(text, options) {
    await this.page.getByText(text, options).first().waitFor();
  }

  /** @param {string} name */
  async press(name) {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /**
   * Waits for what happens outside the page.
   * @param {string} what
   * @param {() => boolean} holds
   */
  async until(what, holds) {
    const giveUpAtMillis = Date.now() + PATIENCE_MILLIS;
    while (!holds()) {
      expectThat(Date.now() < giveUpAtMillis, what);
      await this.page.waitForTimeout(50);
    }
  }

  /**
   * Sends a request past the browser, as another program would.
   * @param {string} path
   * @param {RequestInit} [init]
   */
  async request(path, init) {
    const response = await fetch(this.base + path, init);
    if (!response.ok)
      throw new Error(`${init?.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

/**
 * @param {boolean} holds
 * @param {string} what
 */
export function expectThat(holds, what) {
  if (!holds) throw new Error(`expected: ${what}`);
}
