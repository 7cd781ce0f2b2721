// Builds the browser code, and only what is out of date: `node frontend.mjs FOLDER`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST_NODE = 20;
const MADE = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report']);

const folder = process.argv[2];
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(`The console's browser code needs Node ${OLDEST_NODE} or later; this is ${process.version}.`);
  process.exit(1);
}

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function newestIn(path) {
  let newest = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (MADE.has(entry.name)) continue;
    const inside = join(path, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(inside) : changedAt(inside));
  }
  return newest;
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`npm cannot be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

if (changedAt(join(folder, 'node_modules/.package-lock.json')) < changedAt(join(folder, 'package-lock.json'))) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
}
if (changedAt(join(folder, 'dist/index.html')) < newestIn(folder)) {
  npm('run', '--silent', 'build');
}
