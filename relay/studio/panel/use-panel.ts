import { useEffect, useMemo, useState } from 'preact/hooks';
import { type LastPicture, loadLastPicture, rememberPicture } from '#shared/capture/last-picture.ts';
import type { ComfyDeployConnection } from '#shared/connection/connection.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import type { Job } from '#shared/jobs/job.ts';
import { loadFills, rememberFills } from '#shared/presets/fill-store.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import { templateFor } from '#shared/presets/prompt.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { changedDraft, draftOfHandoff, emptyDraft, firstDraft } from '#shared/ui/panel/draft-of-recipe.ts';
import { runOffer } from '#shared/ui/panel/run-offer.ts';
import { useEarlier } from '#shared/ui/panel/use-earlier.ts';
import type { PictureShelf } from '#shared/ui/pictures/picture-shelf.ts';
import { usePicture } from '#shared/ui/pictures/use-picture.ts';
import { studioErrorWords } from '../error-words.ts';
import type { Desk } from '../jobs/desk.ts';
import type { Services } from '../platform/services.ts';

export type PanelFacts = {
  services: Services;
  desk: Desk;
  connection: ComfyDeployConnection | null;
  /** The newest, by which the next run is estimated. */
  jobs: readonly Job[];
  /** What the panel is to begin with: a job that is to be changed and run again. */
  from: Job | null;
  /** Shows an earlier picture, by its job's id. */
  onShow(jobId: string): void;
};

/** All that the panel shows and does, less how it looks. */
export function usePanel({ services, desk, connection, jobs, from, onShow }: PanelFacts) {
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const [busy, setBusy] = useState(false);
  const shelf = useMemo(() => pictureShelf(services, from), [services, from]);
  const { draft, setDraft } = useDraft(services, from);
  const onRecipe = (recipe: HandoffRecipe) => setDraft(draftOfHandoff(recipe, services.library, draft.fills));
  const { picture, source, note, problem, ...receiver } = usePicture(shelf, { onRecipe });
  const ports = useMemo(() => ({ onJobChanged: services.changes.listen, show: onShow }), [services, onShow]);
  const earlier = useEarlier({ source, draft, connection }, services, ports);
  const preset = findIn(services.library, draft.presetId);

  const run = async (again: boolean) => {
    if (!source) return;
    setBusy(true);
    setRefusal(null);
    void rememberFills(services.documents, draft.fills ?? {}, [templateFor(preset, draft.prompt)]);
    await desk.start({ ...source, ...draft, again }).catch((error) => setRefusal(toErrorData(error)));
    setBusy(false);
  };

  const error = problem ?? refusal;
  return {
    ...receiver,
    ...runOffer(connection, jobs, draft.gpu ?? null),
    picture,
    draft,
    preset,
    busy,
    earlier,
    problem: error && { error, words: studioErrorWords(error) },
    onChange: (next: Draft) => setDraft(changedDraft(draft, next, services.library)),
    onRun: (again: boolean) => void run(again),
  };
}

function useDraft({ documents, library }: Services, from: Job | null) {
  const found = { job: from, last: null, library, fills: {} };
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft, ...firstDraft(found) }));
  useEffect(() => {
    void Promise.all([loadLastPicture(documents), loadFills(documents)]).then(([last, fills]) =>
      setDraft((now) => ({ ...now, ...firstDraft({ ...found, last, fills }) })),
    );
  }, [documents]);
  return { draft, setDraft };
}

/** A phone may end the page while its camera is open: the picture is there again afterwards. */
function pictureShelf({ blobs, documents }: Services, from: Job | null): PictureShelf {
  return {
    blobs,
    first: async () => (from ? pictureOf(from) : loadLastPicture(documents)),
    remember: (source, facts) => rememberPicture(source, facts, { blobs, store: documents }),
  };
}

function pictureOf({ recipe, context: { label, captureRoute } }: Job): LastPicture {
  return { version: 1, sourceKey: recipe.sourceKey, label, captureRoute };
}
