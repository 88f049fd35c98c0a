import { useState } from 'preact/hooks';

type TypedNumber = { text: string; onText(text: string): void; onBlur(): void };

/** Keeps what is typed as it is, until another number is chosen elsewhere; tells of it once it is within the limits. */
export function useTypedNumber(
  { value, least, most }: { value: number; least: number; most: number },
  onValue: (value: number) => void,
): TypedNumber {
  const fresh = { text: String(value), of: value };
  const [typed, setTyped] = useState(fresh);
  return {
    text: typed.of === value ? typed.text : fresh.text,
    onText(text) {
      const number = Number(text);
      const isOne = Number.isInteger(number) && number >= least && number <= most;
      setTyped({ text, of: isOne ? number : value });
      if (isOne) onValue(number);
    },
    onBlur: () => setTyped(fresh),
  };
}
