import type { EngineId } from '#shared/engines/engine.ts';

export const onDeviceWords = {
  name: 'Sample looks on this device',
  picture: { label: 'Picture', hint: 'It stays on this device.' },
  prompt: {
    label: 'Prompt',
    hint: 'Picks one of the sample looks by its words: watercolour, pencil, noir, neon, oil, golden hour, pop art, vintage, cyanotype.',
  },
  strength: { label: 'Strength', hint: 'How much of the look covers the picture.' },
  seed: { label: 'Seed', hint: 'Varies grain, strokes and paper.' },
} as const;

export const predictionsWords = {
  plainModel: 'Prediction server',
  fluxKontext: {
    pro: 'Flux Kontext pro at Replicate',
    max: 'Flux Kontext max at Replicate',
    dev: 'Flux Kontext dev at Replicate',
  },
  picture: { label: 'Picture', hint: 'The picture to restyle.' },
  prompt: { label: 'Prompt', hint: 'What to change, and what to keep.' },
  strength: { label: 'Strength', hint: 'How far the result may move away from the picture.' },
  seed: { label: 'Seed', hint: 'The same seed and inputs make the same picture.' },
} as const;

/** What each engine is called where a person chooses or sees one. */
export const engineNames = {
  comfydeploy: 'ComfyDeploy',
  comfyui: 'ComfyUI',
  predictions: 'prediction server',
  'on-device': 'sample look on this device, not your team’s model',
} as const;

/** What each engine is called in a sentence about it; the first word is raised where one begins. */
export const engineNouns: Record<EngineId, string> = {
  comfydeploy: 'ComfyDeploy',
  comfyui: 'ComfyUI',
  predictions: 'the prediction server',
  'on-device': 'this device',
};

/** What a run may have cost that made no picture. */
export const chargeWords: Record<EngineId, string> = {
  comfydeploy: 'ComfyDeploy may charge the seconds it ran.',
  comfyui: 'A ComfyUI of your own charges nothing; Comfy Cloud may charge the seconds it ran.',
  predictions: 'The prediction server may charge what it ran.',
  'on-device': 'It cost nothing.',
};

/** Where no engine is known. */
export const someEngine = { noun: 'the server', charge: 'The seconds it ran may be charged.' } as const;
