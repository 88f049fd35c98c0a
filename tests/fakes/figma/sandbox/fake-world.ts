import type { BaseNode, SceneNode } from '@figma/plugin-typings/plugin-api-standalone';
import { FakeDocument } from './fake-document.ts';
import { FakeEvents } from './fake-events.ts';
import { FakeImages } from './fake-images.ts';
import { FakeStorage } from './fake-storage.ts';
import type { NodeData } from './node-data.ts';
import { createFacade, type Facade } from './node-facade.ts';
import type { Scene } from './scene.ts';

export type Draw = (scene: Scene, pictures: readonly Uint8Array[]) => Promise<Uint8Array>;

/** Everything behind the `figma` object. */
export class FakeWorld {
  readonly document = new FakeDocument();
  readonly images = new FakeImages();
  readonly storage = new FakeStorage();
  readonly events = new FakeEvents();
  /** Settings of every export that was asked for. */
  readonly exports: object[] = [];
  /** What the plugin said at the foot of the window. */
  readonly notices: string[] = [];
  /** Nodes the plugin brought into view. */
  readonly shown: string[] = [];
  /** Fonts that text may be written in. */
  readonly fonts = new Set<string>();
  /** The file's own variables, by name: one mode, so one value for every node. */
  readonly variables = new Map<string, unknown>();
  readonly mixed = Symbol('mixed');
  private readonly facades = new Map<string, Facade>();
  private committed: string[] = [this.document.snapshot()];
  readonly draw: Draw;

  constructor(draw: Draw) {
    this.draw = draw;
  }

  /** A node as Figma's typings say it is, as far as the fake has it. */
  facade<N extends BaseNode = SceneNode>(id: string): N {
    const known = this.facades.get(id) ?? createFacade(this, this.document.get(id));
    this.facades.set(id, known);
    return known as unknown as N;
  }

  /** New nodes land on the open page. */
  createByPlugin(type: string, name: string): string {
    return this.document.create(type, name, this.document.currentPageId).id;
  }

  /** Figma has Inter everywhere; of others nobody knows. */
  loadFont(font: string): void {
    if (!font.startsWith('Inter '))
      throw new Error(`in loadFontAsync: The font "${font}" could not be loaded`);
    this.fonts.add(font);
  }

  find(id: string): NodeData | null {
    return this.document.find(id);
  }

  select(pageId: string, ids: string[]): void {
    this.document.select(pageId, ids);
    this.events.emit('selectionchange');
  }

  openPage(pageId: string): void {
    this.document.currentPageId = pageId;
    this.events.emit('currentpagechange');
  }

  changed(nodeId: string): void {
    const data = this.document.find(nodeId);
    const page = data
      ? this.document.path(data).find(({ type }) => type === 'PAGE')?.id
      : this.document.currentPageId;
    this.events.emit(`${page} nodechange`, { nodeChanges: [{ id: nodeId }] });
  }

  /**
   * Only what was committed is a step of its own; the first undo takes all that was not.
   * https://developers.figma.com/docs/plugins/api/properties/figma-commitundo, with its example.
   */
  commitUndo(): void {
    this.committed.push(this.document.snapshot());
  }

  undo(): void {
    const last = () => this.committed[this.committed.length - 1];
    if (last() === this.document.snapshot()) this.committed.pop();
    this.document.restore(last() ?? this.document.snapshot());
    this.events.emit('selectionchange');
  }

  get undoSteps(): number {
    return this.committed.length - 1;
  }

  /** Makes what the person has drawn so far the state before the plugin. */
  forgetHistory(): void {
    this.committed = [this.document.snapshot()];
  }
}
