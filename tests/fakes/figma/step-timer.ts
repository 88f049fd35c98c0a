import type { SandboxVm, VmObject } from './sandbox-vm.ts';

const triedLooks = 1_000;
const tries = 7;

/**
 * The plugin's own time in each step: all of it, less what Figma took, less what watching took. The
 * last is tried out first, on looks that do nothing; of some tries the quickest counts, so that a busy
 * machine makes the plugin seem slower, never faster.
 */
export function createStepTimer(vm: SandboxVm, inside: VmObject) {
  const ownMs: number[] = [];
  const read = (name: 'figmaMs' | 'looks') => Number(inside.call(name));

  function spent(act: () => void): { ms: number; looks: number } {
    const [figmaMs, looks] = [read('figmaMs'), read('looks')];
    const startMs = performance.now();
    act();
    const wholeMs = performance.now() - startMs;
    return { ms: wholeMs - (read('figmaMs') - figmaMs), looks: read('looks') - looks };
  }

  const tryOut = () => {
    const { ms, looks } = spent(() =>
      vm.run(`for (let i = 0; i < ${triedLooks}; i += 1) figma.apiVersion;`, 'tried.js'),
    );
    return ms / looks;
  };
  const lookMs = Math.min(...Array.from({ length: tries }, tryOut));

  return {
    ownMs,
    time(act: () => void): void {
      const { ms, looks } = spent(act);
      ownMs.push(Math.max(0, ms - looks * lookMs));
    },
  };
}
