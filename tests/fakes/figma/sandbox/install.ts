import { fromCrossing } from './clone.ts';
import { createControl } from './control.ts';
import { sceneOf } from './export-node.ts';
import { FakeWorld } from './fake-world.ts';
import { createFigmaGlobals } from './figma-globals.ts';
import { startPluginLife } from './plugin-life.ts';
import { createStopwatch } from './stopwatch.ts';

/** What the machine outside lends to the sandbox. Only text, numbers and buffers cross. */
export type Host = {
  post(json: string, buffers: ArrayBuffer[]): void;
  /** Answered through `drawn`. */
  draw(id: number, scene: string, pictures: ArrayBuffer[]): void;
  /** Answered through `ring`. */
  startTimer(id: number, delayMs: number): void;
  show(window: string): void;
  resize(width: number, height: number): void;
  log(text: string): void;
  /** Milliseconds, finely; left out where nobody measures. */
  nowMs?(): number;
};

type Life = ReturnType<typeof startPluginLife>;

/** Puts Figma's globals, and no others, into the sandbox; answers what the host drives it by. */
export function install(host: Host, html: string) {
  const drawing = createDrawing(host);
  const world = new FakeWorld(drawing.draw);
  const control = createControl(world);
  const { globals, ring, stopTimers } = createFigmaGlobals(host);
  const stopwatch = host.nowMs ? createStopwatch(() => host.nowMs?.() ?? 0) : null;
  let life: Life | null = null;

  /** Every launch has a `figma` of its own: what an earlier one still holds is of no use to it. */
  function begin(): void {
    life?.stop();
    life = startPluginLife(world, {
      post: ({ json, buffers }) => host.post(json, buffers),
      onShow: (window) => host.show(JSON.stringify(window)),
      onResize: (width, height) => host.resize(width, height),
      onEnd: stopTimers,
    });
    Object.assign(globalThis, { figma: stopwatch?.watched(life.figma) ?? life.figma });
  }

  const sceneNow = (id: string) => sceneOf(world, world.document.get(id), { useAbsoluteBounds: true });

  Object.assign(globalThis, globals, { __html__: html, __uiFiles__: {} });
  begin();

  return {
    ring,
    begin,
    stop: () => life?.stop(),
    /** `parameters` as JSON, or nothing. */
    run: (command: string, parameters: string) =>
      life?.run(command, parameters ? JSON.parse(parameters) : undefined),
    type: (key: string, query: string) => life?.type(key, query),
    suggestions: () => JSON.stringify(life?.suggestions()),
    receive(json: string, buffers: ArrayBuffer[]) {
      const read = () => fromCrossing({ json, buffers });
      const message = stopwatch ? stopwatch.asFigma(read) : read();
      life?.receive(message);
    },
    figmaMs: () => stopwatch?.figmaMs() ?? 0,
    looks: () => stopwatch?.looks() ?? 0,
    drawn: drawing.drawn,
    /** What is seen of a layer now: as a scene, and the bytes that its fills show. */
    scene: (id: string) => JSON.stringify(sceneNow(id).scene),
    pictures: (id: string) => sceneNow(id).pictures.map((bytes) => bytes.slice().buffer),
    image: (hash: string) => world.images.bytes(hash).slice().buffer,
    addImage: (bytes: ArrayBuffer) => world.images.create(new Uint8Array(bytes)).hash,
    names: () => JSON.stringify(Object.keys(control)),
    /** Calls one of the control's functions; arguments and result as JSON. */
    call(name: keyof typeof control, json: string) {
      const act = control[name] as (...values: unknown[]) => unknown;
      return JSON.stringify(act(...(JSON.parse(json) as unknown[]))) ?? 'null';
    },
  };
}

/** Pictures are made outside, where there is somebody who can draw. */
function createDrawing(host: Host) {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  const draw: FakeWorld['draw'] = (scene, pictures) => {
    const id = waiting.size + 1;
    const buffers = pictures.map((bytes) => bytes.slice().buffer as ArrayBuffer);
    host.draw(id, JSON.stringify(scene), buffers);
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  /** No bytes stand for a picture that could not be drawn. */
  const drawn = (id: number, bytes: ArrayBuffer) => {
    if (bytes.byteLength > 0) waiting.get(id)?.resolve(new Uint8Array(bytes));
    else waiting.get(id)?.reject(new Error('in exportAsync: The picture could not be drawn'));
  };
  return { draw, drawn };
}
