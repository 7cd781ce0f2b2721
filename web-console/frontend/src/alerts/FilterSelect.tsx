interface Props {
  label: string;
  /** What stands for no filter. */
  any: string;
  value: string | undefined;
  options: readonly string[];
  onChange: (value: string) => void;
}

export function FilterSelect({ label, any, value = '', options, onChange }: Props) {
  const known = value === '' || options.includes(value) ? options : [value, ...options];
  return (
    <select
      className={value ? 'select active' : 'select'}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{any}</option>
      {known.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}
