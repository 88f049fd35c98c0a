import { useState } from 'preact/hooks';
import { figmaHandoffWords } from '#shared/i18n/en/handoff.ts';
import { isOnDevice } from '../connection/plugin-connection.ts';
import { draftOfRecipe } from '../handoff/handed-recipe.ts';
import { HandoffPart, type News } from '../handoff/handoff-part.tsx';
import { DropArea } from '../layers/drop-area.tsx';
import type { Taken } from '../layers/drop-pictures.ts';
import { SelectionList } from '../layers/selection-list.tsx';
import { sentSize } from '../layers/sent-size.ts';
import type { LookDraft } from '../look/look-draft.ts';
import { draftOf, readMadeWith } from '../look/made-with.ts';
import { useStore } from '../platform/store.ts';
import { SamplesLine } from '../sample-looks/samples-line.tsx';
import type { Session } from '../session.ts';
import { onFiles } from './file-handlers.ts';
import type { Press } from './use-press.ts';

type LayersPartProps = {
  session: Session;
  draft: LookDraft;
  onDraft(draft: LookDraft): void;
  onSettings(): void;
  press: Press;
};

/** Which pictures: those selected, those dropped, and those that go to a browser or come from there. */
export function LayersPart({ session, draft, onDraft, onSettings, press }: LayersPartProps) {
  const credentials = useStore(session.credentials);
  const [news, setNews] = useState<News | null>(null);
  const { selection, presets, sendable, again } = press;
  const { attempt } = press.batch;
  const isSampling = credentials !== null && isOnDevice(credentials);
  const onTaken = ({ nodeId, recipe }: Taken) => {
    if (!recipe) return;
    // A file of presets that came along is known to the shelf already.
    onDraft(draftOfRecipe(recipe, draft, [...presets, ...session.presets.presets.get()]));
    setNews({ text: figmaHandoffWords.taken, of: nodeId });
  };
  return (
    <>
      <DropArea onFiles={onFiles(session, { attempt, onTaken })} />
      {isSampling && <SamplesLine onConnect={onSettings} />}
      <SelectionList
        selection={selection}
        previewLayer={session.previewLayer}
        isDrawnHere={isSampling}
        sentSize={(picture) => sentSize(picture, credentials?.connection.description ?? null)}
        onSettings={({ recipe }) => {
          const made = readMadeWith(recipe);
          if (made) onDraft(draftOf(made, draft, presets));
        }}
        onVary={(layer) => again([layer], true)}
        onRevert={({ nodeId }) => attempt(() => session.revert(nodeId))}
      />
      <HandoffPart
        session={session}
        layers={sendable}
        look={{ draft, presets, onDraft }}
        news={news}
        onNews={setNews}
        attempt={attempt}
      />
    </>
  );
}
