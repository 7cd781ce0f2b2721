/** What is wrong with an endpoint's address, in words; null when nothing is. The node may refuse more. */
export function urlProblem(text: string): string | null {
  if (text === '') return 'Give the address that alerts are posted to.';
  const url = URL.parse(text);
  if (!url) return 'This is not an address; write it in full, such as https://example.org/alerts.';
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'The address begins with https:// or http://.';
  return null;
}
