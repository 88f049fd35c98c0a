import { EventEmitter } from 'node:events';
import { buildPlugin } from './build-plugin.ts';
import { drawScene } from './draw-scene.ts';
import { fromCrossing, toCrossing } from './sandbox/clone.ts';
import type { Control } from './sandbox/control.ts';
import type { PanelWindow } from './sandbox/plugin-api.ts';
import type { Scene } from './sandbox/scene.ts';
import { sandboxCode } from './sandbox-code.ts';
import { createSandboxVm, type VmObject, type VmValue } from './sandbox-vm.ts';
import { createStepTimer } from './step-timer.ts';

export type FakeFigma = Control & {
  /** The window the plugin opened. */
  panel(): PanelWindow;
  /** What the panel would post, to the plugin's main thread. */
  send(message: unknown): void;
  /** Hears what the main thread posts to the panel, until the returned function is called. */
  onMessage(hear: (message: unknown) => void): () => void;
  /** Hears that the plugin has resized its window, until the returned function is called. */
  onResize(hear: () => void): () => void;
  /** The bytes of a fill. */
  image(hash: string): Uint8Array;
  /** Makes bytes a fill can show; answers their hash. */
  addImage(bytes: Uint8Array): string;
  /** By its name in the menu, by a button beside a layer, or as a quick action with parameters. */
  startPlugin(command?: string, parameters?: object): void;
  /** What a quick action offers for what is typed so far. */
  suggestions(key: string, query: string): unknown;
  /** What the person does by closing the panel; the plugin can be started again. */
  stopPlugin(): void;
  /** The plugin's own time in each of its steps so far, Figma's calls taken out, where that is measured. */
  ownStepsMs(): readonly number[];
  /** What the plugin threw and nobody caught, and what it wrote to the console. */
  troubles(): readonly string[];
  close(): void;
};

/**
 * Figma in a box: the built plugin's main thread, in QuickJS if nothing else is asked for, with Figma's
 * globals and no others, on a document that obeys Figma's rules.
 */
export async function startFakeFigma({
  isTimed = false,
  createVm = createSandboxVm,
} = {}): Promise<FakeFigma> {
  const [{ mainJs, uiJs }, code, vm] = await Promise.all([buildPlugin(), sandboxCode(), createVm()]);
  const messages = new EventEmitter();
  const logged: string[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let panel: PanelWindow | null = null;
  let isClosed = false;

  const inside: VmObject = vm.install(
    code,
    {
      post: (json, buffers) =>
        void messages.emit('message', fromCrossing({ json: String(json), buffers: toBuffers(buffers) })),
      draw: (id, scene, pictures) => void draw(Number(id), String(scene), pictures as Uint8Array[]),
      startTimer(id, delayMs) {
        const timer = setTimeout(() => ring(timer, Number(id)), Number(delayMs));
        timers.add(timer);
      },
      show: (window) => {
        panel = JSON.parse(String(window)) as PanelWindow;
      },
      resize(width, height) {
        panel = panel && { ...panel, width: Number(width), height: Number(height) };
        messages.emit('resize');
      },
      log: (text) => void logged.push(String(text)),
      ...(isTimed ? { nowMs: () => performance.now() } : {}),
    },
    uiJs,
  );

  /** One step of the plugin: until it waits for something, nothing else happens in Figma. */
  function step(name: string, ...values: VmValue[]): void {
    const act = () => void inside.call(name, ...values);
    if (steps) steps.time(act);
    else act();
  }

  const steps = isTimed ? createStepTimer(vm, inside) : null;

  function ring(timer: NodeJS.Timeout, id: number): void {
    timers.delete(timer);
    step('ring', id);
  }

  async function draw(id: number, scene: string, pictures: Uint8Array[]): Promise<void> {
    const bytes = await drawScene(JSON.parse(scene) as Scene, pictures);
    if (!isClosed) step('drawn', id, bytes);
  }

  const act = (name: string, values: unknown[]) =>
    JSON.parse(String(inside.call('call', name, JSON.stringify(values)))) as unknown;
  const names = JSON.parse(String(inside.call('names'))) as string[];
  const control = Object.fromEntries(
    names.map((name) => [name, (...values: unknown[]) => act(name, values)]),
  );

  return {
    ...(control as Control),
    panel() {
      if (!panel) throw new Error('The plugin has opened no panel');
      return panel;
    },
    send(message) {
      const { json, buffers } = toCrossing(message);
      step(
        'receive',
        json,
        buffers.map((buffer) => new Uint8Array(buffer)),
      );
    },
    onMessage(hear) {
      messages.on('message', hear);
      return () => void messages.off('message', hear);
    },
    onResize(hear) {
      messages.on('resize', hear);
      return () => void messages.off('resize', hear);
    },
    image: (hash) => inside.call('image', hash) as Uint8Array,
    addImage: (bytes) => String(inside.call('addImage', bytes)),
    startPlugin(command = '', parameters) {
      vm.run(mainJs, 'main.js');
      inside.call('run', command, parameters ? JSON.stringify(parameters) : '');
    },
    suggestions(key, query) {
      inside.call('type', key, query);
      return JSON.parse(String(inside.call('suggestions'))) as unknown;
    },
    stopPlugin: () => void inside.call('stop'),
    ownStepsMs: () => steps?.ownMs ?? [],
    troubles: () => [...vm.uncaught, ...logged],
    close() {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      vm.dispose();
    },
  };
}

function toBuffers(buffers: unknown): ArrayBuffer[] {
  return (buffers as Uint8Array[]).map((bytes) => bytes.slice().buffer as ArrayBuffer);
}
