import control from './control.module.css';

type SearchInputProps = { label: string; value: string; onValue(value: string): void };

/** A field that finds as it is typed into; its label is what stands in it while it is empty. */
export function SearchInput({ label, value, onValue }: SearchInputProps) {
  // Enter would press the form's button, which may cost money.
  const onKeyDown = (event: KeyboardEvent) =>
    event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault();
  return (
    <input
      class={control.control}
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      dir="auto"
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => onValue(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
