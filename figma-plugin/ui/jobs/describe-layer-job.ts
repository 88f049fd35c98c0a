import { figmaWords } from '#shared/i18n/en/figma.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import { isSample, type LayerJob } from './layer-job.ts';

const words = figmaWords.jobs;

/** One short line that says where a layer's picture stands; `null` when an error notice says it. */
export function describeLayerJob(row: LayerJob): string | null {
  const { state } = row;
  if (state.name === 'working') return isSample(row) ? words.drawing : describeJob(state.job);
  if (state.name === 'placed') {
    const placed = words.placed[state.where] + (isSample(row) ? figmaWords.samples.mark : '');
    if (state.tileCount > 0) return `${placed}. ${words.tiled(state.tileCount)}`;
    return state.isShrunk ? `${placed}. ${words.shrunk}` : placed;
  }
  return state.name === 'failed' ? null : words[state.name];
}

/** 0..1 for a bar; `null` where nobody can tell how far it is. */
export function ratioOf({ state }: LayerJob): number | null {
  return state.name === 'working' ? progressRatioOf(state.job) : null;
}
