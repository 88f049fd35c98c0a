import {
  apply,
  around,
  type Box,
  boundsOf,
  identity,
  invert,
  type Matrix,
  movedTo,
  multiply,
} from './matrix.ts';
import { firstProperties, isGroupLike, isPlaced, type NodeData, structuredCopy } from './node-data.ts';

/** The tree of a file as data, with the questions that Figma answers about it. */
export class FakeDocument {
  private nodes = new Map<string, NodeData>();
  private nextNumber = 1;
  readonly rootId: string;
  currentPageId: string;
  private selections = new Map<string, string[]>();

  constructor() {
    this.rootId = this.create('DOCUMENT', 'Document', null).id;
    this.currentPageId = this.create('PAGE', 'Page 1', this.rootId).id;
  }

  create(type: string, name: string, parentId: string | null): NodeData {
    const id = `${this.nodes.size === 0 ? 0 : 1}:${this.nextNumber++}`;
    const size = type === 'LINE' ? { width: 100, height: 0 } : { width: 100, height: 100 };
    const data: NodeData = {
      ...{ id, type, name, parentId: null, childIds: [], isRemoved: false },
      ...size,
      transform: identity,
      pluginData: {},
      relaunchData: {},
      properties: firstProperties(type),
    };
    this.nodes.set(id, data);
    if (parentId !== null) this.insert(id, parentId, this.get(parentId).childIds.length);
    return data;
  }

  find(id: string): NodeData | null {
    const data = this.nodes.get(id);
    return data && !data.isRemoved ? data : null;
  }

  get(id: string): NodeData {
    const data = this.find(id);
    if (!data) throw new Error(`The node with id "${id}" does not exist`);
    return data;
  }

  insert(id: string, parentId: string, index: number): void {
    this.detach(id);
    this.get(parentId).childIds.splice(index, 0, id);
    this.get(id).parentId = parentId;
    this.layOut(parentId);
  }

  remove(id: string): void {
    const data = this.get(id);
    for (const childId of [...data.childIds]) this.remove(childId);
    this.detach(id);
    data.isRemoved = true;
    for (const [pageId, ids] of this.selections)
      this.selections.set(
        pageId,
        ids.filter((other) => other !== id),
      );
  }

  private detach(id: string): void {
    const { parentId } = this.get(id);
    if (parentId === null) return;
    const parent = this.get(parentId);
    parent.childIds = parent.childIds.filter((other) => other !== id);
    this.layOut(parentId);
  }

  /** The node and all in it once more, on the open page. */
  copy(id: string, parentId: string = this.currentPageId): NodeData {
    const first = this.get(id);
    const data = this.create(first.type, first.name, parentId);
    const { width, height, transform, pluginData, relaunchData, properties } = first;
    Object.assign(data, structuredCopy({ width, height, transform, pluginData, relaunchData, properties }));
    for (const childId of first.childIds) this.copy(childId, data.id);
    return data;
  }

  /** Auto layout, as far as it matters: a row or column of the children that take part. */
  layOut(parentId: string): void {
    const parent = this.get(parentId);
    const { layoutMode = 'NONE', itemSpacing } = parent.properties;
    if (layoutMode === 'NONE') return;
    const isColumn = layoutMode === 'VERTICAL';
    let at = 0;
    for (const child of this.children(parent)) {
      if (child.properties.layoutPositioning !== 'AUTO') continue;
      this.moveTo(child, movedTo(this.relativeTransform(child), isColumn ? 0 : at, isColumn ? at : 0));
      const { width, height } = this.size(child);
      at += (isColumn ? height : width) + Number(itemSpacing);
    }
  }

  children(data: NodeData): NodeData[] {
    return data.childIds.map((id) => this.get(id));
  }

  /** Everything in it, in the order it is drawn. */
  inside(data: NodeData): NodeData[] {
    return this.children(data).flatMap((child) => [child, ...this.inside(child)]);
  }

  /** The node itself, then everything that holds it. */
  path(data: NodeData): NodeData[] {
    return data.parentId === null ? [data] : [data, ...this.path(this.get(data.parentId))];
  }

  absoluteTransform(data: NodeData): Matrix {
    return multiply(this.holderTransform(data), this.relativeTransform(data));
  }

  /** Of the coordinates that a node is placed in: those of the nearest parent that is no group. */
  private holderTransform(data: NodeData): Matrix {
    const holder = this.path(data).find((one) => one !== data && !isGroupLike(one.type));
    return holder && isPlaced(holder.type) ? this.absoluteTransform(holder) : identity;
  }

  /** A group lies at the corner of what is in it, turned as it was turned itself. */
  relativeTransform(data: NodeData): Matrix {
    if (!isGroupLike(data.type)) return data.transform;
    const { x, y } = this.innerBox(data) ?? { x: 0, y: 0 };
    return movedTo(data.transform, ...apply(movedTo(data.transform, 0, 0), x, y));
  }

  /** A group is where its children are: moving it moves them. */
  moveTo(data: NodeData, matrix: Matrix): void {
    if (isGroupLike(data.type)) {
      const move = multiply(matrix, invert(this.relativeTransform(data)));
      for (const child of this.children(data))
        this.moveTo(child, multiply(move, this.relativeTransform(child)));
      data.transform = movedTo(matrix, 0, 0);
    } else data.transform = structuredCopy(matrix);
  }

  /** Of what is in a group, along the sides that the group has. `null` where there is nothing. */
  private innerBox(group: NodeData): Box | null {
    const toGroup = invert(movedTo(group.transform, 0, 0));
    const boxes = this.children(group).flatMap((child) => {
      const { width, height } = this.size(child);
      const isEmpty = isGroupLike(child.type) && child.childIds.length === 0;
      return isEmpty ? [] : boundsOf(multiply(toGroup, this.relativeTransform(child)), width, height);
    });
    return boxes.length === 0 ? null : around(boxes);
  }

  /** `null` for a group with nothing in it. */
  bounds(data: NodeData): Box | null {
    if (isGroupLike(data.type) && !this.innerBox(data)) return null;
    const { width, height } = this.size(data);
    return boundsOf(this.absoluteTransform(data), width, height);
  }

  size(data: NodeData): { width: number; height: number } {
    const box = isGroupLike(data.type) ? (this.innerBox(data) ?? { width: 0, height: 0 }) : data;
    return { width: box.width, height: box.height };
  }

  isShown(data: NodeData): boolean {
    return this.path(data).every((one) => one.properties.visible !== false);
  }

  selection(pageId: string): string[] {
    return this.selections.get(pageId) ?? [];
  }

  select(pageId: string, ids: string[]): void {
    this.selections.set(pageId, ids);
  }

  snapshot(): string {
    return JSON.stringify([...this.nodes.values()].filter(({ isRemoved }) => !isRemoved));
  }

  restore(snapshot: string): void {
    const nodes = structuredCopy(JSON.parse(snapshot) as NodeData[]);
    this.nodes = new Map(nodes.map((data) => [data.id, data]));
  }
}
