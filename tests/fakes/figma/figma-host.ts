import { EventEmitter } from 'node:events';
import { drawScene } from './draw-scene.ts';
import { fromCrossing } from './sandbox/clone.ts';
import type { PanelWindow } from './sandbox/panel-api.ts';
import type { Scene } from './sandbox/scene.ts';
import type { HostCall, VmValue } from './sandbox-vm.ts';

/** Brings something back into the sandbox: one step of what happens there. */
type Step = (name: string, ...values: VmValue[]) => void;

/** What the sandbox has of the machine around it: time, pixels, a window, and a line to the panel. */
export function createFigmaHost() {
  const messages = new EventEmitter();
  const logged: string[] = [];
  const timers = createTimers((id) => step('ring', id));
  let panel: PanelWindow | null = null;
  let isClosed = false;
  let step: Step = () => {};

  async function draw(id: number, scene: string, pictures: Uint8Array[]): Promise<void> {
    const bytes = await drawScene(JSON.parse(scene) as Scene, pictures).catch((error: unknown) => {
      logged.push(`A picture could not be drawn: ${error}`);
      return new Uint8Array();
    });
    if (!isClosed) step('drawn', id, bytes);
  }

  function resize(width: number, height: number): void {
    panel = panel && { ...panel, width, height };
    messages.emit('resize');
  }

  const calls: Record<string, HostCall> = {
    post: (json, buffers) =>
      void messages.emit('message', fromCrossing({ json: String(json), buffers: toBuffers(buffers) })),
    draw: (id, scene, pictures) => void draw(Number(id), String(scene), pictures as Uint8Array[]),
    startTimer: (id, delayMs) => timers.start(Number(id), Number(delayMs)),
    show(window) {
      panel = JSON.parse(String(window)) as PanelWindow;
    },
    resize: (width, height) => resize(Number(width), Number(height)),
    log: (text) => void logged.push(String(text)),
  };

  function hearing(name: string) {
    return (hear: (message: unknown) => void) => {
      messages.on(name, hear);
      return () => void messages.off(name, hear);
    };
  }

  return {
    calls,
    logged,
    panel: () => panel,
    onMessage: hearing('message'),
    onResize: hearing('resize'),
    connect(to: Step) {
      step = to;
    },
    close() {
      isClosed = true;
      timers.stop();
    },
  };
}

function createTimers(ring: (id: number) => void) {
  const timers = new Set<NodeJS.Timeout>();
  return {
    start(id: number, delayMs: number): void {
      const timer = setTimeout(() => {
        timers.delete(timer);
        ring(id);
      }, delayMs);
      timers.add(timer);
    },
    stop(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function toBuffers(buffers: unknown): ArrayBuffer[] {
  return (buffers as Uint8Array[]).map((bytes) => bytes.slice().buffer as ArrayBuffer);
}
