import { Button } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { isHandoffCode } from '#shared/handoff/handoff-code.ts';
import { figmaHandoffWords as words } from '#shared/i18n/en/handoff.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { Layer } from '../../bridge/layer.ts';
import link from '../files/file-link.module.css';
import type { Taken } from '../layers/drop-pictures.ts';
import type { LookDraft } from '../look/look-draft.ts';
import { copyText } from '../platform/copy-text.ts';
import { useStore } from '../platform/store.ts';
import type { Session } from '../session.ts';
import { draftOfRecipe, recipeFor } from './handed-recipe.ts';
import styles from './handoff-part.module.css';
import { PasteLink } from './paste-link.tsx';
import { useBrowserNews } from './use-browser-news.ts';

/** What is said of a picture that came; of no layer while it comes. */
export type News = { text: string; of: string | null };

type Look = { draft: LookDraft; presets: readonly Preset[]; onDraft(draft: LookDraft): void };

type HandoffPartProps = {
  session: Pick<Session, 'handoffs' | 'meeting'>;
  /** The selected ones that can be sent. */
  layers: readonly Layer[];
  look: Look;
  news: News | null;
  onNews(news: News | null): void;
  /** Does it, and tells in the panel what goes wrong. */
  attempt(act: () => Promise<void>): void;
};

/** The selected picture's way to a browser, and those that come from there. What is said of one is said while it is selected. */
export function HandoffPart({ session, layers, look, news, onNews, attempt }: HandoffPartProps) {
  const { handoffs, meeting } = session;
  const waiting = useStore(handoffs.waiting);
  const isFull = useStore(meeting.isFull);
  const [layer, ...others] = layers;
  const take = (taking: () => Promise<Taken>) =>
    attempt(async () => {
      onNews({ text: words.taking, of: null });
      const { nodeId, recipe } = await taking().finally(() => onNews(null));
      if (recipe) look.onDraft(draftOfRecipe(recipe, look.draft, look.presets));
      onNews({ text: recipe ? words.taken : words.takenPlain, of: nodeId });
    });
  const takeCode = (code: string) => take(() => handoffs.takeCode(code));
  useBrowserNews(meeting.look, (code) => {
    if (isHandoffCode(code)) takeCode(code);
    return isHandoffCode(code);
  });
  return (
    <div class={styles.part}>
      <div class={layer ? `${styles.ways} ${styles.beside}` : styles.ways}>
        {layer && others.length === 0 && (
          <OpenInBrowser key={layer.nodeId} layer={layer} handoffs={handoffs} look={look} attempt={attempt} />
        )}
        <PasteLink onCode={takeCode} />
      </div>
      {waiting.map((picture) => (
        <Waiting
          key={picture.id}
          {...picture}
          onTake={() => take(() => handoffs.take(picture.id))}
          onLeave={() => attempt(() => handoffs.leave(picture.id))}
        />
      ))}
      {isFull && (
        <p class={styles.news} role="status">
          {words.presetsFull}
        </p>
      )}
      <p class={styles.news} role="status">
        {news && (news.of === null || news.of === layer?.nodeId) && news.text}
      </p>
    </div>
  );
}

function Waiting({ name, onTake, onLeave }: { name: string; onTake(): void; onLeave(): void }) {
  return (
    <div class={styles.waiting} role="status">
      <span class={styles.name}>{words.waiting(name)}</span>
      <Button secondary aria-label={words.putOf(name)} onClick={onTake}>
        {words.put}
      </Button>
      <Button secondary aria-label={words.leaveOf(name)} onClick={onLeave}>
        {words.leave}
      </Button>
    </div>
  );
}

type OpenInBrowserProps = Pick<HandoffPartProps, 'look' | 'attempt'> & {
  layer: Layer;
  handoffs: Session['handoffs'];
};

/** Copying is allowed for a moment after a press: a picture that takes longer is copied by another one. */
function OpenInBrowser({ layer, handoffs, look, attempt }: OpenInBrowserProps) {
  const [code, setCode] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const copy = (text: string) => {
    const isCopied = copyText(text);
    setCode(isCopied ? null : text);
    setNews(isCopied ? words.copied : '');
  };
  const open = () =>
    attempt(async () => {
      setNews(words.preparing);
      const recipe = recipeFor(layer, look.draft, look.presets);
      const made = await handoffs.open(layer, recipe).finally(() => setNews(''));
      if (made === null) setNews(words.opened);
      else copy(made);
    });
  return (
    <>
      <button
        type="button"
        class={link.action}
        aria-label={code === null ? words.openOf(layer.name) : words.copy}
        onClick={() => (code === null ? open() : copy(code))}
      >
        {code === null ? words.open : words.copy}
      </button>
      <span role="status">{news}</span>
    </>
  );
}
