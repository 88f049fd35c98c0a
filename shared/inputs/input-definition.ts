/** A value an input takes on its way to an engine. Never null, never nested: ComfyDeploy refuses both. */
export type InputValue = string | number | boolean;

type InputBase = {
  /** `input_id` of the workflow's external node. */
  id: string;
  label: string;
  hint: string;
};

/** One exposed input of a workflow. */
export type InputDefinition = InputBase &
  (
    | { kind: 'picture' }
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
    | { kind: 'other'; nodeClass: string }
  );

/** The inputs Restyle itself fills; each names an input id, or `null` where the workflow has none. */
export type InputRoles = {
  picture: string | null;
  prompt: string | null;
  strength: string | null;
  seed: string | null;
};
