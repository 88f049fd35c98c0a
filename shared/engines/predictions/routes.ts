import type { PredictionsModel } from '#shared/engines/predictions/models.ts';
import type { WirePrediction } from '#shared/engines/predictions/wire.ts';

export type Routes = ReturnType<typeof createRoutes>;

/** Paths of a prediction server, each from the root of the server's origin. */
export function createRoutes(baseUrl: string, model: PredictionsModel) {
  const { origin, pathname } = new URL(baseUrl);
  const root = `${pathname.replace(/\/+$/, '')}/v1`;
  const predictions = `${root}/predictions`;
  const defaultPath = (id: string) => `${predictions}/${encodeURIComponent(id)}`;

  /** A server's own link, as long as it stays on its origin: a key never follows it elsewhere. */
  function ownPath(link: string | null | undefined): string | null {
    const url = URL.parse(link ?? '', origin);
    return link && url?.origin === origin ? `${url.pathname}${url.search}` : null;
  }

  return {
    origin,
    files: `${root}/files`,
    predictions,
    model: model.path === null ? null : `${root}/models/${model.path}`,
    start: model.path === null ? predictions : `${root}/models/${model.path}/predictions`,

    /**
     * Our id for a prediction: its own, or the path it is read at where the server has one of its
     * own making. So an id is all that has to survive a restart.
     */
    runIdOf({ id, urls }: WirePrediction): string {
      const path = ownPath(urls?.get);
      return path === null || path === defaultPath(id) ? id : path;
    },

    ofRun: (runId: string) => (runId.startsWith('/') ? runId : defaultPath(runId)),

    cancelOf: (runId: string, { id, urls }: WirePrediction) =>
      ownPath(urls?.cancel) ?? `${runId.startsWith('/') ? runId : defaultPath(id)}/cancel`,
  };
}
