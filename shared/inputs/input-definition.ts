/** A value an input takes on its way to an engine. Never null, never nested: ComfyDeploy refuses both. */
export type InputValue = string | number | boolean;

type InputBase = {
  /** `input_id` of the workflow's external node. */
  id: string;
  label: string;
  hint: string;
  /** Name of the group the workflow's author put the input in. */
  group?: string;
};

/** One exposed input of a workflow. A list of these is in the author's own order. */
export type InputDefinition = InputBase &
  (
    | {
        kind: 'picture' /** Transparency reaches the graph; else it is painted over. */;
        keepsAlpha?: boolean;
        /** Address of the picture the workflow takes when it cannot read ours. */
        defaultUrl?: string;
      }
    /** Several pictures; the value is a JSON array of addresses, as text. */
    | { kind: 'picture-batch' }
    | { kind: 'text'; defaultValue: string }
    | {
        kind: 'number';
        integer: boolean;
        defaultValue: number;
        min: number | null;
        max: number | null;
        step: number | null;
      }
    | { kind: 'boolean'; defaultValue: boolean }
    | { kind: 'choice'; options: readonly string[]; defaultValue: string }
    | { kind: 'seed'; min: number; max: number }
    | { kind: 'colour'; defaultValue: string }
    /** Weights; the value is an address to load them from, or a name the server knows. */
    | { kind: 'lora' | 'checkpoint' | 'face-model'; defaultValue: string }
    /** Another file; the value is a public address. */
    | { kind: 'file'; medium: 'video' | 'audio' | 'exr' | 'any' }
    | { kind: 'other'; nodeClass: string }
  );

/** The inputs Restyle itself fills; each names an input id, or `null` where the workflow has none. */
export type InputRoles = {
  picture: string | null;
  prompt: string | null;
  strength: string | null;
  seed: string | null;
};
