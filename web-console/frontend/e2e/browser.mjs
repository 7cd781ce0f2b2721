import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where the browser is; null where there is none. */
export function findBrowser() {
  const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}

/**
 * Opens a browser with a fresh profile.
 * @param {string} executablePath
 */
export function launch(executablePath) {
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** Error answers that the walk provokes; the browser reports each as an error of the page. */
const EXPECTED = /status of (404|412|422)/;

/**
 * Collects what a page must not do: errors, and requests to anywhere but the node.
 * @param {import('playwright-core').Page} page
 * @param {string} base
 * @returns {string[]} filled as it happens
 */
export function watchFaults(page, base) {
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error on the page: ${error.message}`));
  page.on('console', (message) => {
    const bad = message.type() === 'error' || message.type() === 'warning';
    if (bad && !EXPECTED.test(message.text()))
      faults.push(`${message.type()} in the console: ${message.text()} (${placeOf(message)})`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) faults.push(`request to another origin: ${request.url()}`);
  });
  return faults;
}

/** @param {import('playwright-core').ConsoleMessage} message */
function placeOf(message) {
  const { url, lineNumber, columnNumber } = message.location();
  return `${url}:${lineNumber}:${columnNumber}`;
}
