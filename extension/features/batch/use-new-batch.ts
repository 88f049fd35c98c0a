import { useEffect, useState } from 'preact/hooks';
import { estimateRun, formatUsd } from '#shared/budget/estimate.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { type Estimate, estimateBatch } from '#shared/jobs/batch/batch-summary.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { firstEmptyIn, templateFor } from '#shared/presets/prompt.ts';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import { ask } from '../../messaging.ts';
import { loadFills, rememberFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import type { BatchRequest } from './messages.ts';
import { useTray } from './use-tray.ts';

const words = batchWords.run;
const learnFrom = 20;

export type BatchDraft = Omit<BatchRequest, 'pictureIds' | 'perItem'>;

/** What the one button says: how many, for how much, how long; or why it cannot be pressed. */
export type Offer = { count: number; price: string | null; note: string; isBlocked: boolean };

const emptyDraft: BatchDraft = {
  presetIds: [builtInPresets[0]?.id ?? null],
  prompt: '',
  fills: {},
  seed: null,
};

/** All that the form of a new batch holds and does, less how it looks. */
export function useNewBatch(
  services: Services,
  {
    connection,
    slots,
    presets,
  }: { connection: Connection | null; slots: number; presets: readonly Preset[] },
) {
  const tray = useTray(services);
  const [held, setDraft] = useState<BatchDraft>(emptyDraft);
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const [isBusy, setBusy] = useState(false);
  const perItem = usePerItem(services, connection);
  useEffect(() => void loadFills().then((fills) => setDraft((now) => ({ ...now, fills }))), []);
  // A look that was hidden or deleted meanwhile can be seen no longer, so it is chosen no longer.
  const isThere = (id: string | null) => id === null || presets.some((preset) => preset.id === id);
  const draft = { ...held, presetIds: held.presetIds.filter(isThere) };
  const looks = draft.presetIds.map((id) => presets.find((preset) => preset.id === id) ?? null);
  const empty = looks
    .map((look) => firstEmptyIn(look, draft.prompt, draft.fills))
    .find((name) => name !== null);
  const blockedBy =
    blockedByOf(tray.pictures.length, draft, tray.adding !== null) ??
    (empty === undefined ? null : promptWords.fills.needed(empty));
  const each = looks.length > 1 ? words.each(tray.pictures.length, looks.length) : '';
  const count = tray.pictures.length * looks.length;
  const { seconds, costUsd } = estimateBatch(count, perItem, slots);
  const offer: Offer = {
    count,
    price: costUsd === null || blockedBy !== null ? null : words.about(formatUsd(costUsd)),
    note: blockedBy ?? [each, words.wait(seconds, slots)].filter(Boolean).join(' '),
    isBlocked: blockedBy !== null,
  };

  async function send(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const templates = looks.map((look) => templateFor(look, draft.prompt));
    void rememberFills(draft.fills, templates);
    const pictureIds = tray.pictures.map(({ id }) => id);
    await ask('batch.start', { ...draft, pictureIds, perItem }).catch((error) =>
      setRefusal(toErrorData(error)),
    );
    await tray.refresh();
    setBusy(false);
  }

  const start = () => void (blockedBy === null && !isBusy && send());
  return { tray, draft, setDraft, offer, refusal, isBusy, start };
}

function blockedByOf(pictureCount: number, draft: BatchDraft, isAdding: boolean): string | null {
  const hasPrompt = draft.prompt.trim() !== '';
  if (isAdding) return words.adding;
  if (pictureCount === 0) return words.needsPictures;
  if (draft.presetIds.length === 0) return words.needsLook;
  return draft.presetIds.includes(null) && !hasPrompt ? words.needsPrompt : null;
}

/** From the team's own last runs, as far as there are any. */
function usePerItem({ database }: Services, connection: Connection | null): Estimate {
  const [perItem, setPerItem] = useState<Estimate>({ seconds: 12, costUsd: null });
  useEffect(() => {
    const price = connection?.prices[connection.description.gpu ?? ''] ?? null;
    void newestJobs(database, learnFrom).then((jobs) => setPerItem(estimateRun(jobs, price)));
  }, [database, connection]);
  return perItem;
}
