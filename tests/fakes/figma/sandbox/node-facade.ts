import type { FakeWorld } from './fake-world.ts';
import type { NodeData } from './node-data.ts';
import { membersOf } from './node-members.ts';

/** What a plugin holds in its hands: one object a node, which looks up everything anew. */
export type Facade = Record<string, unknown> & { id: string; type: string };

/**
 * Members come from the node's type, so that `in` tells what Figma's would. Reading a removed node
 * throws, and so does writing what cannot be written.
 */
export function createFacade(world: FakeWorld, first: NodeData): Facade {
  const { id, type } = first;
  const members = membersOf(world, first);
  const find = () => world.document.find(id);
  return new Proxy({} as Facade, {
    has: (_target, name) => name === 'removed' || name in members,
    get(_target, name) {
      if (name === 'removed') return find() === null;
      if (name === 'id' || name === 'type') return name === 'id' ? id : type;
      const member = members[String(name)];
      if (!member) return undefined;
      const data = find();
      if (!data) throw new Error(`in get_${String(name)}: The node with id "${id}" does not exist`);
      return member.get(data);
    },
    set(_target, name, value) {
      const data = find();
      if (!data) throw new Error(`in set_${String(name)}: The node with id "${id}" does not exist`);
      const set = members[String(name)]?.set;
      if (!set) throw new TypeError(`in set_${String(name)}: no setter for property`);
      set(data, value as never);
      world.changed(id);
      return true;
    },
  });
}
