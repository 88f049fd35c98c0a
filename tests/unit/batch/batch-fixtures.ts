import type { BatchLook, BatchPicture } from '#shared/jobs/batch/batch.ts';

export const aPicture = (): BatchPicture => ({
  sourceKey: 'sha256-source',
  thumbnailKey: null,
  name: 'coffee.png',
  folder: 'menu',
  widthPx: 600,
  heightPx: 400,
  captureRoute: 'file',
});

export const aLook: BatchLook = {
  name: 'Watercolour',
  recipe: {
    engine: 'comfydeploy',
    deploymentId: 'deployment',
    presetId: 'builtin.watercolour',
    prompt: 'make it a watercolour',
    strength: 0.8,
    inputs: {},
  },
};
