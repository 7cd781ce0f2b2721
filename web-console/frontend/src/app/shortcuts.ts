/** The pages that `g` and a letter lead to. */
export const PAGE_KEYS: Readonly<Record<string, string>> = {
  a: '/alerts',
  r: '/rules',
  v: '/views',
  w: '/webhooks',
  s: '/status',
};

export const SHORTCUTS: readonly { keys: string[]; what: string }[] = [
  { keys: ['g', 'a'], what: 'Go to the alerts' },
  { keys: ['g', 'r'], what: 'Go to the rules' },
  { keys: ['g', 'v'], what: 'Go to the views' },
  { keys: ['g', 'w'], what: 'Go to the webhooks' },
  { keys: ['g', 's'], what: 'Go to the status' },
  { keys: ['/'], what: 'To the filter of the page' },
  { keys: ['j'], what: 'Next alert in the list' },
  { keys: ['k'], what: 'Previous alert in the list' },
  { keys: ['Enter'], what: 'Open the alert' },
  { keys: ['Esc'], what: 'Close the alert; leave the editor or a field' },
  { keys: ['Ctrl/⌘', 'S'], what: 'Save the rule file' },
  { keys: ['Ctrl', 'Space'], what: 'Complete in the editor' },
  { keys: ['F12'], what: 'To the declaration of a name in the editor' },
  { keys: ['Shift', 'Alt', 'F'], what: 'Format the rule file' },
  { keys: ['F8'], what: 'Next problem in the editor' },
  { keys: ['←', '→'], what: 'From window to window in the chart of a view' },
  { keys: ['?'], what: 'This help' },
];

/** Whether a key belongs to where somebody writes, and so is no shortcut. */
export function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
