import { useState } from 'preact/hooks';

/** 0 and -1 mean "random" to ComfyDeploy's seed node. */
const least = 1;
const most = 4_294_967_295;

type TypedSeed = { text: string; onText(text: string): void; onBlur(): void };

/** Keeps what is typed as it is, until another seed is chosen elsewhere; tells of it once it is a seed. */
export function useTypedSeed(seed: number, onSeed: (seed: number) => void): TypedSeed {
  const fresh = { text: String(seed), of: seed };
  const [typed, setTyped] = useState(fresh);
  return {
    text: typed.of === seed ? typed.text : fresh.text,
    onText(text) {
      const number = Number(text);
      const isSeed = Number.isInteger(number) && number >= least && number <= most;
      setTyped({ text, of: isSeed ? number : seed });
      if (isSeed) onSeed(number);
    },
    onBlur: () => setTyped(fresh),
  };
}
