import sharp from 'sharp';
import { sharedRenderer } from '../stand-in/runs/renderer.ts';
import type { FileStore } from './file-store.ts';
import { fieldValue, nodesOfClass, type PromptGraph, sourceOf } from './graph.ts';
import type { Outcome } from './options.ts';

export type Outputs = Record<string, { images?: object[]; text?: string[] }>;

/** Drawn for real: the prompt, strength and seed of the graph all change the pixels. */
async function draw(graph: PromptGraph, files: FileStore, megapixels: number) {
  const [, picture] = nodesOfClass(graph, 'LoadImage')[0] ?? [];
  const source = files.get('input', String(picture?.inputs.image));
  if (!source) throw new Error('UnidentifiedImageError');
  const [, sampler] = nodesOfClass(graph, 'KSampler')[0] ?? [];
  const drawn = await sharedRenderer.render({
    bytes: source.bytes,
    prompt: promptOf(graph),
    strength: Number(sampler ? fieldValue(graph, sampler, 'denoise') : 1),
    seed: Number(sampler ? fieldValue(graph, sampler, 'seed') : 1),
    megapixels,
  });
  return sharp(drawn).png({ compressionLevel: 1 }).toBuffer();
}

function promptOf(graph: PromptGraph): string {
  const [, encoder] =
    nodesOfClass(graph, /TextEncode/).find(([, node]) => sourceOf(graph, node.inputs.clip)) ?? [];
  return String(encoder ? fieldValue(graph, encoder, 'text') : '');
}

type Execution = { files: FileStore; megapixels: number; outcome: Outcome };

/** Runs a graph's outputs; answers what history keeps of them. */
export async function execute(graph: PromptGraph, execution: Execution): Promise<Outputs> {
  const { files, megapixels, outcome } = execution;
  if (outcome === 'no-outputs') return {};
  const bytes = await draw(graph, files, megapixels);
  const outputs: Outputs = {};
  if (outcome === 'many-outputs') Object.assign(outputs, distractions(files));
  for (const [id, node] of nodesOfClass(graph, /^(Save|Preview)Image$/)) {
    const folder = node.class_type === 'SaveImage' ? 'output' : 'temp';
    const prefix = folder === 'output' ? String(node.inputs.filename_prefix) : 'ComfyUI_temp';
    const filename = files.save(folder, prefix, { bytes, mimeType: 'image/png' });
    outputs[id] = { images: [{ filename, subfolder: '', type: folder }] };
  }
  return outputs;
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
);

/** A text, a preview and another saved picture, all before the wanted one. */
function distractions(files: FileStore): Outputs {
  const file = { bytes: onePixel, mimeType: 'image/png' };
  const image = (folder: 'temp' | 'output') => ({
    images: [{ filename: files.save(folder, 'mask', file), subfolder: '', type: folder }],
  });
  return { '101': { text: ['a restyled picture'] }, '102': image('temp'), '103': image('output') };
}
