import type { EngineId } from '#shared/engines/engine.ts';

/** What changes when another engine takes a job: who gets the picture, who pays, how it will differ. */
export const failoverWords = {
  button: (name: string) => `Use ${name} instead`,
  changes: {
    comfydeploy: 'The picture goes to your team’s ComfyDeploy, which pays. It is your team’s own workflow.',
    comfyui:
      'The picture goes to your ComfyUI. It runs the workflow you gave it; Comfy Cloud charges your account.',
    predictions: 'The picture goes to that server, and its account pays. Its model may answer differently.',
    'on-device': 'The picture stays here and it costs nothing. It gets a sample look, not your team’s model.',
  } satisfies Record<EngineId, string>,
} as const;
