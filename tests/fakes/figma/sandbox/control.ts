import { type Drawing, drawInto } from './drawing.ts';
import type { FakeWorld } from './fake-world.ts';
import type { Matrix } from './matrix.ts';
import type { NodeData } from './node-data.ts';
import { see } from './seen.ts';

/** What a person does in Figma, and what can be seen there. Every value is JSON. */
export function createControl(world: FakeWorld) {
  const { document } = world;

  return {
    draw: (drawing: Drawing, parentId: string = document.currentPageId) => drawInto(world, drawing, parentId),
    see: (id: string) => see(document, id),
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
