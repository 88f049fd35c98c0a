import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import { applyEdit } from '#shared/sync/edit.ts';
import { entriesOf } from '#shared/sync/entry.ts';
import { mergeReplicas } from '#shared/sync/merge.ts';
import type { SyncItem, SyncValue } from '#shared/sync/sync-item.ts';
import { rounds } from '../../campaign.ts';

/** What happens to browser `who`: an edit, a deletion, or news of what another one has. */
type Step =
  | { type: 'edit' | 'delete'; who: number; item: number; skewMs: number }
  | { type: 'meet'; who: number; whom: number };

const replica = fc.nat(3);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constantFrom('edit' as const, 'edit' as const, 'delete' as const),
      who: replica,
      item: fc.nat(3),
      skewMs: fc.integer({ min: -500, max: 500 }),
    }),
    fc.record({ type: fc.constant('meet' as const), who: replica, whom: replica }),
  ),
  { maxLength: 24 },
);

const keepsOthers = () => true;
type Browser = ReadonlyMap<string, SyncItem>;
type Made = { text: string; replaces: string | undefined };

/** Every edit that was ever made with the one it replaced knowingly, and all browsers as they end. */
function history(count: number, all: readonly Step[]): { browsers: Browser[]; made: Made[] } {
  const browsers: Browser[] = Array.from({ length: count }, () => new Map());
  const made: Made[] = [];
  for (const [index, step] of all.entries()) {
    const who = step.who % count;
    const own = browsers[who] ?? new Map<string, SyncItem>();
    if (step.type === 'meet') {
      browsers[who] = mergeReplicas(own, browsers[step.whom % count]?.values() ?? []);
      continue;
    }
    const entries = [...own.values()].flatMap(entriesOf);
    const before = entries[step.item % (entries.length + 1)];
    const text = `edit ${index}`;
    const change = {
      entryId: before?.id ?? `preset.${step.item % 2}`,
      value: step.type === 'edit' ? { text } : null,
      deviceId: `d${who}`,
      nowMs: 1_000 + index + step.skewMs,
    };
    const seen = entries.find(({ id }) => id === change.entryId);
    made.push({ text: step.type === 'edit' ? text : '', replaces: textOf(seen?.value) });
    browsers[who] = applyEdit(own, change, keepsOthers);
  }
  return { browsers, made };
}

function textOf(value: SyncValue | undefined): string | undefined {
  return value && String(value.text);
}

function mergeAll(browsers: readonly Browser[]): Browser {
  return browsers.reduce((sum, each) => mergeReplicas(sum, each.values()));
}

function whole(browser: Browser): string {
  return canonicalJson(Object.fromEntries(browser));
}

it('browsers agree in whatever order they meet, and no edit is lost without a copy', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), steps, (count, all) => {
      const { browsers, made } = history(count, all);
      const final = mergeAll(browsers);
      for (const each of browsers) expect(whole(mergeReplicas(each, final.values()))).toBe(whole(final));
      expect(whole(mergeAll(browsers.toReversed()))).toBe(whole(final));
      expect(whole(mergeReplicas(final, final.values()))).toBe(whole(final));
      const living = [...final.values()].flatMap(entriesOf).map(({ value }) => textOf(value));
      const replaced = made.map(({ replaces }) => replaces);
      const edits = made.map(({ text }) => text).filter((text) => text !== '');
      expect(living.toSorted()).toEqual(edits.filter((text) => !replaced.includes(text)).toSorted());
    }),
    { numRuns: rounds({ sample: 1_500, all: 100_000 }) },
  );
}, 600_000);
