import type { Layer } from '../../bridge/layer.ts';
import { campaignBlockedBy, mostPictures } from '../campaign/campaign-words.ts';
import { useCampaign } from '../campaign/use-campaign.ts';
import { type LookDraft, looksOf, promptOf } from '../look/look-draft.ts';
import { useExactParts } from '../placing/use-exact-parts.ts';
import { useStore } from '../platform/store.ts';
import type { Session } from '../session.ts';
import { ordersAgain, ordersFor, picturesOf } from './orders.ts';
import { runBlockedBy, tooMany } from './run-words.ts';
import { useBatch } from './use-batch.ts';

export type Press = ReturnType<typeof usePress>;

/** All that a press of the button depends on, and what it does. */
export function usePress(session: Session, draft: LookDraft) {
  const selection = useStore(session.selection);
  const way = useStore(session.way);
  const isTiled = useStore(session.isTiled);
  const imported = useStore(session.presets.presets);
  const presets = [
    ...imported,
    ...useStore(session.browserPresets).filter(({ id }) => !session.presets.knows(id)),
  ];
  const batch = useBatch(session);
  const sendable = selection.layers.filter(({ problem }) => problem === null);
  const exact = useExactParts(way === 'fill' ? [] : sendable, session.listParts);
  const looks = looksOf(draft, way === 'grid', presets);
  const prompts = looks.map((look) => promptOf(look, presets));
  const campaign = useCampaign({ prompts, fills: draft.fills }, selection.layers, session.readValues);
  const ofEach = picturesOf(looks, campaign.rows, presets).length;
  const pictures = sendable.length * ofEach;
  const blockedBy =
    runBlockedBy(selection, draft, presets) ??
    campaignBlockedBy(campaign, sendable, way) ??
    (pictures > mostPictures ? tooMany(pictures, mostPictures) : null);

  const runWith = (look: LookDraft) =>
    void batch.start((connection) => {
      const { rows, fileValues } = campaign;
      const wishes = { draft: look, way, exactIds: exact.exactIds, isTiled, connection };
      return ordersFor(sendable, { ...wishes, presets, rows, fileValues });
    });
  const run = () => {
    if (!blockedBy && !batch.isChecking) runWith(draft);
  };
  const again = (layers: readonly Layer[], vary: boolean) =>
    void batch.start((connection) => ordersAgain(layers, connection, vary));

  return {
    selection,
    sendable,
    way,
    isTiled,
    presets,
    imported,
    batch,
    exact,
    campaign,
    pictures,
    /** Pictures of each layer that would only repeat another. */
    repeated: looks.length * campaign.rows.length - ofEach,
    blockedBy,
    runWith,
    run,
    again,
  };
}
