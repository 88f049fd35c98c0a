import {
  newQuickJSWASMModule,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
  RELEASE_SYNC,
  Scope,
} from 'quickjs-emscripten';

/** What it answers, if anything, is a number. */
export type HostCall = (...values: (string | number | Uint8Array[])[]) => unknown;

/** A QuickJS context in which only text, numbers and lists of buffers cross the border. */
export type SandboxVm = {
  /** Runs a classic script, as Figma runs a plugin's `main`. Rejects with what it throws. */
  run(code: string, fileName: string): void;
  /** Calls `code`, an expression of a function, with host functions; answers the object it returns. */
  install(code: string, hostCalls: Readonly<Record<string, HostCall>>, text: string): VmObject;
  /** What was thrown where nobody caught it. */
  readonly uncaught: string[];
  /** Gives its memory back. Nothing of it can be called any more. */
  dispose(): void;
};

export type VmValue = string | number | readonly Uint8Array[] | Uint8Array;

export type VmObject = { call(name: string, ...values: VmValue[]): unknown };

const pageBytes = 65_536;
/** More than any test fills; only what is filled takes memory. */
const memoryBytes = 512 * 1024 * 1024;

/** Memory that grows under a runtime leaves it unable to be freed, so all of it is there from the start. */
function newMachine(): Promise<QuickJSWASMModule> {
  const pages = memoryBytes / pageBytes;
  const wasmMemory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  return newQuickJSWASMModule(newVariant(RELEASE_SYNC, { wasmMemory }));
}

let machine: Promise<QuickJSWASMModule> | null = null;

/** One machine for a test file, with a runtime of its own for every sandbox. */
export async function createSandboxVm(): Promise<SandboxVm> {
  machine ??= newMachine();
  const vm = (await machine).newContext();
  const uncaught: string[] = [];
  /** A runtime that is freed while something of it is still held makes QuickJS abort the process. */
  const held: QuickJSHandle[] = [];

  const settle = () => {
    const result = vm.runtime.executePendingJobs();
    if (result.error) uncaught.push(JSON.stringify(result.error.consume((error) => vm.dump(error))));
  };

  return {
    uncaught,
    run(code, fileName) {
      vm.unwrapResult(vm.evalCode(code, fileName)).dispose();
      settle();
    },
    install(code, hostCalls, text) {
      const object = Scope.withScope((scope) => {
        const installer = scope.manage(vm.unwrapResult(vm.evalCode(code, 'fake-figma.js')));
        const host = scope.manage(vm.newObject());
        for (const [name, call] of Object.entries(hostCalls)) {
          scope.manage(hostFunction(vm, name, call)).consume((handle) => vm.setProp(host, name, handle));
        }
        const html = scope.manage(vm.newString(text));
        return vm.unwrapResult(vm.callFunction(installer, vm.undefined, host, html));
      });
      held.push(object);
      settle();
      return { call: (name, ...values) => callMethod(vm, object, name, values, settle) };
    },
    dispose() {
      for (const handle of held) handle.dispose();
      vm.dispose();
    },
  };
}

function hostFunction(vm: QuickJSContext, name: string, call: HostCall): QuickJSHandle {
  return vm.newFunction(name, (...handles) => {
    const answer = call(...handles.map((handle) => fromVm(vm, handle) as string | number | Uint8Array[]));
    return typeof answer === 'number' ? vm.newNumber(answer) : undefined;
  });
}

function callMethod(
  vm: QuickJSContext,
  object: QuickJSHandle,
  name: string,
  values: readonly VmValue[],
  settle: () => void,
): unknown {
  const answer = Scope.withScope((scope) => {
    const method = scope.manage(vm.getProp(object, name));
    const handles = values.map((value) => scope.manage(toVm(vm, value)));
    const result = scope.manage(vm.unwrapResult(vm.callFunction(method, object, ...handles)));
    return fromVm(vm, result);
  });
  settle();
  return answer;
}

function toVm(vm: QuickJSContext, value: VmValue): QuickJSHandle {
  if (typeof value === 'string') return vm.newString(value);
  if (typeof value === 'number') return vm.newNumber(value);
  if (value instanceof Uint8Array) return vm.newArrayBuffer(value.slice().buffer);
  const list = vm.newArray();
  value.forEach((bytes, index) => {
    toVm(vm, bytes).consume((handle) => vm.setProp(list, index, handle));
  });
  return list;
}

function fromVm(vm: QuickJSContext, handle: QuickJSHandle): unknown {
  if (vm.typeof(handle) !== 'object') return vm.dump(handle);
  const length = vm.getProp(handle, 'length').consume((value) => vm.dump(value) as number | undefined);
  if (length === undefined) return vm.getArrayBuffer(handle).consume((lifetime) => lifetime.value.slice());
  return Array.from({ length }, (_, index) => vm.getProp(handle, index).consume((item) => fromVm(vm, item)));
}
