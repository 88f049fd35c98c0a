import type { FileValue } from '../bridge/layer.ts';
import { findLayer } from './find-layer.ts';

/**
 * What a file says for a prompt's placeholders: `layer:Headline` is the text layer of that name in the
 * layer, `variable:City` the variable as it is for the layer. `null` where there is no such thing.
 */
export async function readValues(nodeId: string, names: readonly string[]): Promise<FileValue[]> {
  const layer = await findLayer(nodeId);
  const isAsked = names.some((name) => name.startsWith('variable:'));
  const variables = isAsked ? await figma.variables.getLocalVariablesAsync() : [];
  return names.map((name) => {
    const wanted = name.slice(name.indexOf(':') + 1).trim();
    const value = name.startsWith('layer:') ? textIn(layer, wanted) : variableFor(layer, variables, wanted);
    return { name, value };
  });
}

function textIn(layer: SceneNode, wanted: string): string | null {
  const inside = 'findAllWithCriteria' in layer ? layer.findAllWithCriteria({ types: ['TEXT'] }) : [];
  const texts = layer.type === 'TEXT' ? [layer] : inside;
  return texts.find(({ name, visible }) => name === wanted && visible)?.characters ?? null;
}

/** By its whole name, or by its last part where groups hold it. Colours are no words. */
function variableFor(layer: SceneNode, variables: readonly Variable[], wanted: string): string | null {
  const variable = variables.find(({ name }) => name === wanted || name.endsWith(`/${wanted}`));
  const value = variable?.resolveForConsumer(layer).value;
  return typeof value === 'object' || value === undefined ? null : String(value);
}
