import type { FakeWorld } from './fake-world.ts';
import { checkInsertion } from './insertion-rules.ts';
import { hasUnitAxes, type Matrix } from './matrix.ts';
import { isContainer, isGroupLike, isPlaced, type NodeData, structuredCopy } from './node-data.ts';
import type { Facade } from './node-facade.ts';
import { propertyMember } from './property-member.ts';
import { sceneOf } from './scene.ts';

export type Member = { get(data: NodeData): unknown; set?(data: NodeData, value: never): void };

/** What a node of this type has, and what happens when it is read, written or called. */
export function membersOf(world: FakeWorld, { type, properties }: NodeData): Record<string, Member> {
  return {
    ...baseMembers(world),
    ...(isPlaced(type) ? placedMembers(world) : {}),
    ...(isPlaced(type) && !isGroupLike(type) ? sizedMembers(world) : {}),
    ...(isContainer(type) ? containerMembers(world) : {}),
    ...Object.fromEntries(Object.keys(properties).map((name) => [name, propertyMember(world, name)])),
    ...(type === 'PAGE' ? pageMembers(world) : {}),
  };
}

const value = (get: (data: NodeData) => unknown): Member => ({ get });
const method = (call: (data: NodeData) => (...values: never[]) => unknown): Member => ({ get: call });

function baseMembers(world: FakeWorld): Record<string, Member> {
  const { document } = world;
  return {
    id: value(({ id }) => id),
    type: value(({ type }) => type),
    name: { get: ({ name }) => name, set: (data, name: string) => void Object.assign(data, { name }) },
    parent: value(({ parentId }) => (parentId === null ? null : world.facade(parentId))),
    remove: method((data) => () => {
      if (isInInstance(document.path(data))) throw new Error('in remove: Removing this node is not allowed');
      document.remove(data.id);
      world.changed(data.id);
    }),
    getPluginData: method((data) => (key: string) => data.pluginData[key] ?? ''),
    setPluginData: method((data) => (key: string, text: string) => {
      if (text.length > 100_000) throw new Error('in setPluginData: entry exceeds 100 kB');
      data.pluginData[key] = text;
      if (text === '') delete data.pluginData[key];
    }),
    setRelaunchData: method((data) => (buttons: Record<string, string>) => {
      if (Object.values(buttons).some((words) => words.length > 1000))
        throw new Error('in setRelaunchData: description is too long');
      data.relaunchData = structuredCopy(buttons);
    }),
  };
}

/** A node within an instance stays where the main component has it. */
function isInInstance(path: readonly NodeData[]): boolean {
  return path.slice(1).some(({ type }) => type === 'INSTANCE');
}

function placedMembers(world: FakeWorld): Record<string, Member> {
  const { document } = world;
  const renderBounds = (data: NodeData) =>
    document.isShown(data) && !data.properties.drawsNothing ? document.bounds(data) : null;
  return {
    width: value((data) => document.size(data).width),
    height: value((data) => document.size(data).height),
    absoluteTransform: value((data) => structuredCopy(document.absoluteTransform(data))),
    relativeTransform: {
      get: (data) => structuredCopy(document.relativeTransform(data)),
      set: (data, matrix: Matrix) => setTransform(world, data, matrix),
    },
    absoluteBoundingBox: value((data) => document.bounds(data)),
    absoluteRenderBounds: value(renderBounds),
    clone: method((data) => () => world.facade(document.copy(data.id).id)),
    setFillStyleIdAsync: method((data) => async (id: string) => {
      data.properties.fillStyleId = id;
    }),
    exportAsync: method(
      (data) =>
        (settings: object = {}) =>
          exportNode(world, data, settings),
    ),
  };
}

function setTransform(world: FakeWorld, data: NodeData, matrix: Matrix): void {
  if (!hasUnitAxes(matrix)) throw new Error('in set_relativeTransform: Expected unit axes');
  world.document.moveTo(data, matrix);
  if (data.parentId) world.document.layOut(data.parentId);
}

const exportKeys = ['format', 'contentsOnly', 'useAbsoluteBounds', 'constraint', 'colorProfile', 'suffix'];

async function exportNode(world: FakeWorld, data: NodeData, settings: object): Promise<Uint8Array> {
  const unknown = Object.keys(settings).find((key) => !exportKeys.includes(key));
  if (unknown) throw new Error(`in exportAsync: Unrecognized key in object: '${unknown}'`);
  world.exports.push({ nodeId: data.id, ...settings });
  const { scene, pictures } = sceneOf(world.document, world.images, data, settings);
  return world.draw(scene, pictures);
}

function sizedMembers(world: FakeWorld): Record<string, Member> {
  return {
    resize: method((data) => (width: number, height: number) => {
      if (!(width >= 0.01 && height >= 0.01)) throw new Error('in resize: Expected a size of at least 0.01');
      Object.assign(data, { width, height });
      world.changed(data.id);
    }),
    lockAspectRatio: method((data) => () => void Object.assign(data.properties, { isAspectLocked: true })),
  };
}

function containerMembers(world: FakeWorld): Record<string, Member> {
  const { document } = world;
  const insert = (data: NodeData, index: number, child: Facade) => {
    checkInsertion(document, data, document.get(child.id), index);
    document.insert(child.id, data.id, index);
    world.changed(child.id);
  };
  return {
    children: value((data) => Object.freeze(data.childIds.map((id) => world.facade(id)))),
    findAllWithCriteria: method(
      (data) =>
        ({ types }: { types: string[] }) =>
          document
            .inside(data)
            .filter(({ type }) => types.includes(type))
            .map(({ id }) => world.facade(id)),
    ),
    appendChild: method((data) => (child: Facade) => insert(data, data.childIds.length, child)),
    insertChild: method((data) => (index: number, child: Facade) => insert(data, index, child)),
  };
}

function pageMembers(world: FakeWorld): Record<string, Member> {
  return {
    selection: {
      get: ({ id }) => Object.freeze(world.document.selection(id).map((nodeId) => world.facade(nodeId))),
      set: ({ id }, nodes: Facade[]) =>
        world.select(
          id,
          nodes.map((node) => node.id),
        ),
    },
    on: method(
      ({ id }) =>
        (name: string, hear: () => void) =>
          world.events.on(`${id} ${name}`, hear),
    ),
    off: method(
      ({ id }) =>
        (name: string, hear: () => void) =>
          world.events.off(`${id} ${name}`, hear),
    ),
    loadAsync: method(() => async () => {}),
  };
}
