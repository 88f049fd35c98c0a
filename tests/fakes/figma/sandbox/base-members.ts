import type { BaseNode, BaseNodeMixin, ChildrenMixin } from '@figma/plugin-typings/plugin-api-standalone';
import type { FakeWorld } from './fake-world.ts';
import { type MembersOf, value } from './members.ts';
import { structuredCopy } from './node-data.ts';
import { isInInstance } from './override-rules.ts';
import { sizeBytes } from './size-bytes.ts';

const mostEntryBytes = 100_000;
const mostDescriptionLength = 1000;

export function baseMembers(world: FakeWorld) {
  const { document } = world;
  return {
    id: value(({ id }) => id),
    name: {
      get: ({ name }) => name,
      set(data, name) {
        data.name = name;
      },
    },
    parent: value(({ parentId }) =>
      parentId === null ? null : world.facade<BaseNode & ChildrenMixin>(parentId),
    ),
    remove: value((data) => () => {
      if (isInInstance(document, data)) throw new Error('in remove: Removing this node is not allowed');
      if (data.type === 'DOCUMENT' || data.id === document.currentPageId)
        throw new Error('in remove: Removing this node is not allowed');
      document.remove(data.id);
      world.changed(data.id);
    }),
    getPluginData: value((data) => (key) => data.pluginData[key] ?? ''),
    setPluginData: value((data) => (key, text) => {
      if (sizeBytes(key + text) > mostEntryBytes) throw new Error('in setPluginData: entry exceeds 100 kB');
      data.pluginData[key] = text;
      if (text === '') delete data.pluginData[key];
    }),
    setRelaunchData: value((data) => (buttons) => {
      if (Object.values(buttons).some((words) => words.length > mostDescriptionLength))
        throw new Error('in setRelaunchData: description is too long');
      data.relaunchData = structuredCopy(buttons);
    }),
  } satisfies MembersOf<BaseNodeMixin>;
}
