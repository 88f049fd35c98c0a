import { createContext, runInContext } from 'node:vm';
import type { HostCall, SandboxVm, VmValue } from './sandbox-vm.ts';

/** What V8 adds to ECMAScript. */
const forgetTheForeign = 'for (const name of ["console", "WebAssembly"]) delete globalThis[name];';

/**
 * What ECMAScript has had only since 2021: Figma's machine is said to lack some of it, and nobody says
 * which. https://github.com/figma/widget-samples/issues/32
 */
const forgetTheNew = `
  const gone = ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'replaceAll'];
  for (const { prototype } of [Array, String, Object.getPrototypeOf(Uint8Array)]) for (const name of gone) delete prototype[name];
  for (const name of ['any', 'withResolvers', 'try']) delete Promise[name];
  for (const name of ['hasOwn', 'groupBy']) delete Object[name];
  for (const name of ['structuredClone', 'Iterator', 'AggregateError', 'WeakRef']) delete globalThis[name];`;

type Methods = Readonly<Record<string, (...values: unknown[]) => unknown>>;

/** As the sandbox in QuickJS, on another engine: a context of Node's with the ECMAScript of 2020 and nothing else. */
export async function createNodeVm(): Promise<SandboxVm> {
  // Promises settle when the script that made them ends, as in QuickJS, and not when Node finds the time.
  const context = createContext({}, { microtaskMode: 'afterEvaluate' });
  const settle = () => void runInContext('', context);
  runInContext(forgetTheForeign, context);
  return {
    uncaught: [],
    run: (code, fileName) => void runInContext(code, context, { filename: fileName }),
    install(code, hostCalls, text) {
      const installer = runInContext(code, context) as (host: object, text: string) => Methods;
      const object = installer(hostOf(hostCalls), text);
      runInContext(`{${forgetTheNew}}`, context);
      return {
        call(name, ...values) {
          const answer = fromVm(object[name]?.(...values.map(toVm)));
          settle();
          return answer;
        },
      };
    },
    dispose: () => {},
  };
}

function hostOf(hostCalls: Readonly<Record<string, HostCall>>): object {
  const asHosts =
    (call: HostCall) =>
    (...values: unknown[]) =>
      call(...values.map((value) => fromVm(value) as string | number | Uint8Array[]));
  return Object.fromEntries(Object.entries(hostCalls).map(([name, call]) => [name, asHosts(call)]));
}

/** Buffers cross as they do into QuickJS; the classes of the two sides are not the same. */
function toVm(value: VmValue): unknown {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value instanceof Uint8Array ? value.slice().buffer : value.map(toVm);
}

function fromVm(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? Array.from(value, fromVm) : new Uint8Array(value as ArrayBuffer).slice();
}
