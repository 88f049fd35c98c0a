import type { FakeWorld } from './fake-world.ts';
import { identity, type Matrix, movedTo, rotated } from './matrix.ts';
import { isGroupLike, type NodeData } from './node-data.ts';

/** A node as a test draws it. Turned anticlockwise by `rotation` degrees about its corner. */
export type Drawing = {
  type: string;
  name?: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  rotation?: number;
  transform?: Matrix;
  children?: Drawing[];
  /** Properties of the node's type, such as `visible`, `fills`, `layoutMode`. */
  properties?: Record<string, unknown>;
};

/** What a test can see of a node. */
export type Seen = {
  id: string;
  type: string;
  name: string;
  parentId: string | null;
  childIds: string[];
  index: number;
  width: number;
  height: number;
  transform: Matrix;
  absoluteTransform: Matrix;
  properties: Record<string, unknown>;
  /** Commands of the buttons beside it. */
  buttons: string[];
};

/** What a person does in Figma, and what can be seen there. Every value is JSON. */
export function createControl(world: FakeWorld) {
  const { document } = world;

  function draw(drawing: Drawing, parentId: string = document.currentPageId): string {
    const { type, name = type, x = 0, y = 0, rotation, children = [], properties = {} } = drawing;
    const data = document.create(type, name, parentId);
    data.width = drawing.width ?? data.width;
    data.height = drawing.height ?? data.height;
    const transform = drawing.transform ?? (rotation ? rotated(rotation, x, y) : movedTo(identity, x, y));
    if (!isGroupLike(type)) data.transform = transform;
    Object.assign(data.properties, properties);
    for (const child of children) draw(child, data.id);
    // What is in a group is drawn upright; turning the group turns it too.
    if (isGroupLike(type) && (rotation || drawing.transform)) document.moveTo(data, transform);
    document.layOut(data.id);
    if (data.parentId) document.layOut(data.parentId);
    world.forgetHistory();
    return data.id;
  }

  function see(id: string): Seen | null {
    const data = document.find(id);
    if (!data) return null;
    const { type, name, parentId, childIds, properties } = data;
    const transform = document.relativeTransform(data);
    const index = parentId === null ? 0 : document.get(parentId).childIds.indexOf(id);
    const absoluteTransform = document.absoluteTransform(data);
    return {
      ...{ id, type, name, parentId, childIds, index, transform, properties },
      ...document.size(data),
      absoluteTransform,
      buttons: Object.keys(data.relaunchData),
    };
  }

  return {
    draw,
    see,
    select: (ids: string[]) => world.select(document.currentPageId, ids),
    selection: () => document.selection(document.currentPageId),
    change(id: string, changes: Partial<NodeData['properties']> & { width?: number; height?: number }) {
      const data = document.get(id);
      for (const [name, value] of Object.entries(changes)) {
        if (name === 'width' || name === 'height') data[name] = Number(value);
        else data.properties[name] = value;
      }
      world.changed(id);
    },
    /** As a person drags, turns or flips it. */
    move(id: string, transform: Matrix) {
      document.moveTo(document.get(id), transform);
      world.changed(id);
    },
    remove(id: string) {
      document.remove(id);
      world.changed(id);
      world.events.emit('selectionchange');
    },
    /** Copy and paste, as a person does it; or as an instance has what is in its main component. */
    duplicate: (id: string, parentId?: string) => document.copy(id, parentId).id,
    setVariable: (name: string, value: unknown) => void world.variables.set(name, value),
    addPage: (name: string) => document.create('PAGE', name, document.rootId).id,
    openPage: (id: string) => world.openPage(id),
    page: () => document.currentPageId,
    undo: () => world.undo(),
    undoSteps: () => world.undoSteps,
    exports: () => world.exports,
    shown: () => world.shown,
    notices: () => world.notices,
    storage: () => world.storage.dump(),
    loadStorage: (values: Record<string, unknown>) => world.storage.load(values),
    /** The whole file, as it would be saved. */
    file: () => document.snapshot(),
  };
}

export type Control = ReturnType<typeof createControl>;
