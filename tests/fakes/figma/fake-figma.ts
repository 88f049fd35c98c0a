import { buildPlugin } from './build-plugin.ts';
import { drawScene } from './draw-scene.ts';
import { createFigmaHost } from './figma-host.ts';
import { toCrossing } from './sandbox/clone.ts';
import type { Control } from './sandbox/control.ts';
import type { PanelWindow } from './sandbox/panel-api.ts';
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
  /** What is seen within a layer's box now, a pixel of the canvas by one. */
  picture(id: string): Promise<Uint8Array>;
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
  const host = createFigmaHost();
  const clock = { nowMs: () => performance.now() };
  const inside = vm.install(code, { ...host.calls, ...(isTimed ? clock : {}) }, uiJs);
  const steps = isTimed ? createStepTimer(vm, inside) : null;

  /** One step of the plugin: until it waits for something, nothing else happens in Figma. */
  function step(name: string, ...values: VmValue[]): void {
    const act = () => void inside.call(name, ...values);
    if (steps) steps.time(act);
    else act();
  }
  host.connect(step);

  return {
    ...controlOf(inside),
    ...panelOf(host, step),
    ...launchingOf(inside, () => vm.run(mainJs, 'main.js')),
    picture: (id) =>
      drawScene(
        JSON.parse(String(inside.call('scene', id))) as Scene,
        inside.call('pictures', id) as Uint8Array[],
      ),
    image: (hash) => inside.call('image', hash) as Uint8Array,
    addImage: (bytes) => String(inside.call('addImage', bytes)),
    ownStepsMs: () => steps?.ownMs ?? [],
    troubles: () => [...vm.uncaught, ...host.logged],
    close() {
      host.close();
      vm.dispose();
    },
  };
}

/** What a person does and sees, done within. */
function controlOf(inside: VmObject): Control {
  const act = (name: string, values: unknown[]) =>
    JSON.parse(String(inside.call('call', name, JSON.stringify(values)))) as unknown;
  const names = JSON.parse(String(inside.call('names'))) as string[];
  const control = names.map((name) => [name, (...values: unknown[]) => act(name, values)] as const);
  return Object.fromEntries(control) as unknown as Control;
}

function panelOf(
  host: ReturnType<typeof createFigmaHost>,
  step: (name: string, ...values: VmValue[]) => void,
) {
  return {
    panel() {
      const panel = host.panel();
      if (!panel) throw new Error('The plugin has opened no panel');
      return panel;
    },
    send(message: unknown) {
      const { json, buffers } = toCrossing(message);
      step(
        'receive',
        json,
        buffers.map((buffer) => new Uint8Array(buffer)),
      );
    },
    onMessage: host.onMessage,
    onResize: host.onResize,
  };
}

function launchingOf(inside: VmObject, runMain: () => void) {
  return {
    startPlugin(command = '', parameters?: object) {
      inside.call('begin');
      runMain();
      inside.call('run', command, parameters ? JSON.stringify(parameters) : '');
    },
    suggestions(key: string, query: string) {
      inside.call('type', key, query);
      return JSON.parse(String(inside.call('suggestions'))) as unknown;
    },
    stopPlugin: () => void inside.call('stop'),
  };
}
