import { CopyButton } from './CopyButton';

/** Text to be copied into a terminal or a file. */
export function CodeSample({ text, label }: { text: string; label: string }) {
  return (
    <figure className="code-sample" aria-label={label}>
      <pre tabIndex={0}>{text}</pre>
      <CopyButton text={text} />
    </figure>
  );
}
