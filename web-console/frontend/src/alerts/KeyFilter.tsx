import { useEffect, useState } from 'react';

const SETTLE_MILLIS = 350;

interface Props {
  value: string;
  onChange: (value: string) => void;
}

/** A field for a key's value, which takes effect when the typing rests or on Enter. */
export function KeyFilter({ value, onChange }: Props) {
  const [text, setText] = useState(value);

  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(text.trim()), SETTLE_MILLIS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);

  return (
    <input
      className={value ? 'input mono active' : 'input mono'}
      type="search"
      data-filter
      aria-label="Key"
      placeholder="Key, e.g. c1"
      title="A value of the alert's key, in full"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChange(text.trim());
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
