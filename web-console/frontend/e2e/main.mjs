import { findBrowser, launch, watchFaults } from './browser.mjs';
import { seeAlert } from './alertsWalk.mjs';
import { seeBacktest } from './backtestsWalk.mjs';
import { seeConsole } from './consoleWalk.mjs';
import { startReceiver } from './receiver.mjs';
import { deleteRule, writeRule } from './rulesWalk.mjs';
import { seeView } from './viewsWalk.mjs';
import { Walk } from './walk.mjs';
import { createWebhook, seeDeliveries } from './webhooksWalk.mjs';

const [address, folder = null] = process.argv.slice(2);
const browserPath = findBrowser();

if (!address) {
  console.error('Say which node to walk through: npm run e2e -- http://127.0.0.1:8080 [folder for pictures]');
  process.exitCode = 2;
} else if (browserPath === null) {
  console.log('SKIPPED: no browser was found; install chromium, or name one by the variable CHROMIUM.');
} else {
  process.exitCode = await walkThrough(address.replace(/\/$/, ''), browserPath);
}

/**
 * @param {string} base
 * @param {string} path
 * @returns {Promise<number>} the exit code
 */
async function walkThrough(base, path) {
  const receiver = await startReceiver();
  const browser = await launch(path);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults = watchFaults(page, base);
    const walk = new Walk(page, base, folder);
    await seeConsole(walk);
    await seeView(walk);
    await writeRule(walk);
    const secret = await createWebhook(walk, receiver);
    await seeAlert(walk);
    await seeBacktest(walk);
    await seeDeliveries(walk, receiver, secret);
    await deleteRule(walk);
    for (const fault of faults) console.log(`FAIL  ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await browser.close();
    receiver.close();
  }
}
