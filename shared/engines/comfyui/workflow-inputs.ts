import { type Graph, type Literal, literalAt, nodesBehind } from '#shared/engines/comfyui/graph.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';

type Kind<T = InputDefinition> = T extends unknown ? Omit<T, 'id' | 'label' | 'hint'> : never;

/**
 * The inputs a person may set, found by the shape of the graph: pictures (`LoadImage`), texts that
 * are encoded (the positive one first, named "Prompt"), strength, seeds, guidance and steps. Ids are
 * `<nodeId>.<field>`; a field linked to a value node yields that node's field.
 */
export function findInputs(graph: Graph): InputDefinition[] {
  const found = [
    ...findPictures(graph),
    ...findTexts(graph),
    ...findStrength(graph),
    ...findNumbers(graph, ['seed', 'noise_seed'], 'Seed', () => ({ kind: 'seed', min: 1, max: 4294967295 })),
    ...findNumbers(
      graph,
      ['guidance'],
      'Guidance',
      numberKind({ integer: false, min: 0, max: 100, step: 0.1 }),
    ),
    ...findNumbers(graph, ['steps'], 'Steps', numberKind({ integer: true, min: 1, max: 100, step: 1 })),
  ];
  return [...new Map(found.reverse().map((input) => [input.id, input])).values()].reverse();
}

function findPictures(graph: Graph): InputDefinition[] {
  const nodes = Object.entries(graph).filter(([, { class_type }]) => class_type === 'LoadImage');
  return nodes.flatMap(([nodeId, node]) => {
    const label = node._meta?.title ?? 'Picture';
    return typeof node.inputs.image === 'string'
      ? [input({ nodeId, field: 'image' }, label, { kind: 'picture' })]
      : [];
  });
}

/** Nodes that make conditioning of a text, and Flux Kontext's own picture nodes. */
const takesText = /TextEncode|Kontext|Prompt/;
/** Flux encodes one text twice; the T5 encoder is the one that reads sentences. */
const textFields = ['text', 't5xxl', 'prompt'];

type Side = 'positive' | 'neither' | 'negative';
const sides: readonly Side[] = ['positive', 'neither', 'negative'];

function findTexts(graph: Graph): InputDefinition[] {
  const sideOf = textSides(graph);
  const texts = Object.entries(graph)
    .filter(([, { class_type }]) => takesText.test(class_type))
    .flatMap(([nodeId, node]) => {
      const literals = textFields.flatMap((field) => literalAt(graph, nodeId, field) ?? []);
      return literals.map((literal) => ({ literal, side: sideOf(nodeId), title: node._meta?.title }));
    })
    .filter(({ literal }) => typeof literal.value === 'string')
    .sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side));
  return texts.map(({ literal, side, title }, index) => {
    const label = index === 0 ? 'Prompt' : side === 'negative' ? 'Negative prompt' : (title ?? 'Text');
    return input(literal, label, { kind: 'text', defaultValue: String(literal.value) });
  });
}

/** A text that feeds both sides (zeroed out for the negative one) is a positive one. */
function textSides(graph: Graph): (nodeId: string) => Side {
  const behind = (field: string) =>
    new Set(Object.keys(graph).flatMap((nodeId) => nodesBehind(graph, nodeId, field)));
  const [positive, negative] = [behind('positive'), behind('negative')];
  return (nodeId) => (positive.has(nodeId) ? 'positive' : negative.has(nodeId) ? 'negative' : 'neither');
}

/**
 * Denoise is a strength only where sampling starts from the encoded picture: from an empty latent
 * anything under 1 gives noise.
 */
function findStrength(graph: Graph): InputDefinition[] {
  const startsFromPicture = Object.keys(graph).some((nodeId) =>
    nodesBehind(graph, nodeId, 'latent_image').some((id) => /VAEEncode/.test(graph[id]?.class_type ?? '')),
  );
  const kind = numberKind({ integer: false, min: 0.05, max: 1, step: 0.05 });
  return startsFromPicture ? findNumbers(graph, ['denoise'], 'Strength', kind) : [];
}

function findNumbers(
  graph: Graph,
  fields: readonly string[],
  label: string,
  kind: (value: number) => Kind,
): InputDefinition[] {
  return Object.keys(graph).flatMap((nodeId) =>
    fields
      .flatMap((field) => literalAt(graph, nodeId, field) ?? [])
      .flatMap((literal) =>
        typeof literal.value === 'number' ? [input(literal, label, kind(literal.value))] : [],
      ),
  );
}

type NumberRange = { integer: boolean; min: number; max: number; step: number };

function numberKind(range: NumberRange): (value: number) => Kind {
  return (defaultValue) => ({ kind: 'number', defaultValue, ...range });
}

function input(
  { nodeId, field }: Pick<Literal, 'nodeId' | 'field'>,
  label: string,
  kind: Kind,
): InputDefinition {
  return { id: `${nodeId}.${field}`, label, hint: '', ...kind };
}
