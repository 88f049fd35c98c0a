import { fromCrossing } from './clone.ts';
import { createControl } from './control.ts';
import { FakeWorld } from './fake-world.ts';
import { createFigmaGlobals } from './figma-globals.ts';
import { createPluginApi } from './plugin-api.ts';
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

/** Puts Figma's globals, and no others, into the sandbox; answers what the host drives it by. */
export function install(host: Host, html: string) {
  const drawings = new Map<number, (bytes: Uint8Array) => void>();
  const world = new FakeWorld((scene, pictures) => {
    const id = drawings.size + 1;
    host.draw(
      id,
      JSON.stringify(scene),
      pictures.map((bytes) => bytes.slice().buffer),
    );
    return new Promise((resolve) => drawings.set(id, resolve));
  });
  const control = createControl(world);
  const { figma, receive, run, type, suggestions, stop } = createPluginApi(world, {
    post: ({ json, buffers }) => host.post(json, buffers),
    onShow: (window) => host.show(JSON.stringify(window)),
    onResize: (width, height) => host.resize(width, height),
    onClose: () => {},
  });
  const { globals, ring } = createFigmaGlobals(host);
  const stopwatch = host.nowMs ? createStopwatch(() => host.nowMs?.() ?? 0) : null;
  const api = stopwatch?.watched(figma) ?? figma;
  Object.assign(globalThis, globals, { figma: api, __html__: html, __uiFiles__: {} });
  const asFigma = <T>(act: () => T): T => (stopwatch ? stopwatch.asFigma(act) : act());

  return {
    ring,
    stop,
    /** `parameters` as JSON, or nothing. */
    run: (command: string, parameters: string) =>
      run(command, parameters ? JSON.parse(parameters) : undefined),
    type,
    suggestions: () => JSON.stringify(suggestions()),
    receive: (json: string, buffers: ArrayBuffer[]) => {
      const message = asFigma(() => fromCrossing({ json, buffers }));
      receive(message);
    },
    figmaMs: () => stopwatch?.figmaMs() ?? 0,
    looks: () => stopwatch?.looks() ?? 0,
    drawn: (id: number, bytes: ArrayBuffer) => void drawings.get(id)?.(new Uint8Array(bytes)),
    image: (hash: string) => world.images.bytes(hash).slice().buffer,
    addImage: (bytes: ArrayBuffer) => world.images.create(new Uint8Array(bytes)).hash,
    names: () => JSON.stringify(Object.keys(control)),
    /** Calls one of the control's functions; arguments and result as JSON. */
    call: (name: keyof typeof control, json: string) => {
      const act = control[name] as (...values: unknown[]) => unknown;
      return JSON.stringify(act(...(JSON.parse(json) as unknown[]))) ?? 'null';
    },
  };
}
