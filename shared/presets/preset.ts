/** A saved way of restyling. */
export type Preset = {
  version: 1;
  id: string;
  name: string;
  /** One sentence: what it does to a picture. */
  description: string;
  /** An instruction to an edit model: what to change and what to keep. */
  prompt: string;
  /** 0..1, sent only where the workflow has a strength input. */
  strength: number;
  /** Built-in presets cannot be deleted. */
  builtIn: boolean;
  /** File name of its illustration in the app's `presets/` folder, `null` when it has none. */
  picture: string | null;
};
