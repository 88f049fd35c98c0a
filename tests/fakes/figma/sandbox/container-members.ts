import type { ChildrenMixin, PageNode, SceneNode } from '@figma/plugin-typings/plugin-api-standalone';
import type { FakeWorld } from './fake-world.ts';
import { checkInsertion } from './insertion-rules.ts';
import { type MembersOf, value } from './members.ts';
import type { NodeData } from './node-data.ts';

export function containerMembers(world: FakeWorld) {
  const { document } = world;
  const insert = (data: NodeData, index: number, child: SceneNode) => {
    checkInsertion(document, data, document.get(child.id), index);
    document.insert(child.id, data.id, index);
    world.changed(child.id);
  };
  const within = (data: NodeData, types: readonly string[] | undefined) =>
    document
      .inside(data)
      .filter(({ type }) => types?.includes(type) ?? true)
      .map(({ id }) => world.facade(id));
  return {
    children: value((data) => Object.freeze(data.childIds.map((id) => world.facade<SceneNode>(id)))),
    findAllWithCriteria: value(
      (data) =>
        ({ types }: { types?: readonly string[] }) =>
          within(data, types) as never,
    ),
    appendChild: value((data) => (child) => insert(data, data.childIds.length, child)),
    insertChild: value((data) => (index, child) => insert(data, index, child)),
  } satisfies MembersOf<ChildrenMixin>;
}

export function pageMembers(world: FakeWorld) {
  const { events } = world;
  return {
    selection: {
      get: ({ id }) => Object.freeze(world.document.selection(id).map((nodeId) => world.facade(nodeId))),
      set: ({ id }, nodes) =>
        world.select(
          id,
          nodes.map((node) => node.id),
        ),
    },
    on: value(
      ({ id }) =>
        (name, hear) =>
          events.on(`${id} ${name}`, hear),
    ),
    off: value(
      ({ id }) =>
        (name, hear) =>
          events.off(`${id} ${name}`, hear),
    ),
    loadAsync: value(() => async () => {}),
  } satisfies MembersOf<PageNode>;
}
