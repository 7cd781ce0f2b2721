const ENTRIES: readonly { code: string; what: string }[] = [
  { code: 'by card', what: 'each card is watched by itself' },
  {
    code: 'on t: Transaction\nwhen count(Transaction) over 5m > 10',
    what: 'looks at a sliding window at each event',
  },
  {
    code: 'count(Transaction[amount < 2]) over 1h',
    what: 'only events that fit the condition; also sum, avg, min, max, distinct',
  },
  {
    code: 'match a: Login\n then b: Transfer[amount > 1000]',
    what: 'steps in order, other events may lie between',
  },
  { code: 'p: Transaction[amount < 2]{3,}', what: 'at least three; also {3}, {2,5}, +' },
  { code: 'payee == n.payee', what: 'compares with the event of an earlier step' },
  { code: 'within 10m', what: 'from the first event of the match to the last' },
  { code: 'alert "Card {card}: {count(p)} probes"', what: 'the message; expressions stand in braces' },
  { code: 'once per 1h', what: 'at most one alert an hour for each key' },
];

/** The language on a card. */
export function LanguageCard() {
  return (
    <>
      <h2>Language</h2>
      <dl className="language">
        {ENTRIES.map(({ code, what }) => (
          <div key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
