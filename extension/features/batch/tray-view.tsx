import { useRef, useState } from 'preact/hooks';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { CloseIcon, FolderIcon, LinkIcon, PasteIcon, PictureIcon } from '#shared/ui/icons/icons.tsx';
import { chosenFiles } from '#shared/ui/pictures/found-files.ts';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import type { TrayPicture } from '../../platform/batches/tray.ts';
import type { Services } from '../../platform/services.ts';
import { AddressList } from './address-list.tsx';
import styles from './tray-view.module.css';
import { pasteFiles, useFileDrop } from './use-file-drop.ts';
import type { Adding, LeftOut, useTray } from './use-tray.ts';

const words = batchWords.tray;
/** More thumbnails tell nobody more. */
const shownCount = 23;

type Tray = ReturnType<typeof useTray>;

/** Where pictures for the next batch gather: dropped, pasted, chosen, or right-clicked on pages. */
export function TrayView({ tray, services }: { tray: Tray; services: Services }) {
  const [addresses, setAddresses] = useState<string | null>(null);
  const { isOver, handlers } = useFileDrop({
    onFiles: tray.addFiles,
    onAddresses: (found) => setAddresses([addresses, ...found].filter(Boolean).join('\n')),
  });
  const { pictures } = tray;
  return (
    <section class={styles.tray} aria-label={words.region} {...handlers}>
      {pictures.length === 0 ? <Empty /> : <Pictures tray={tray} services={services} />}
      <Ways
        tray={tray}
        isByAddress={addresses !== null}
        onByAddress={() => setAddresses(addresses === null ? '' : null)}
      />
      {addresses !== null && (
        <AddressList
          text={addresses}
          onText={setAddresses}
          onAddresses={(found) => {
            // Left open, so that the focus stays where it is, and for the next ones.
            setAddresses('');
            tray.addAddresses(found);
          }}
        />
      )}
      {tray.adding && <AddingBar {...tray.adding} onStop={tray.stop} />}
      {tray.leftOut.length > 0 && <LeftOutNotice leftOut={tray.leftOut} />}
      {isOver && <p class={styles.over}>{words.dropNow}</p>}
    </section>
  );
}

function Empty() {
  return (
    <div class={styles.empty}>
      <span class={styles.emptyIcon}>
        <PictureIcon />
      </span>
      <h3>{words.emptyTitle}</h3>
      <p class={styles.quiet}>{words.emptyAdvice}</p>
    </div>
  );
}

function Pictures({ tray, services }: { tray: Tray; services: Services }) {
  const { pictures, remove } = tray;
  const hidden = pictures.length - shownCount;
  return (
    <>
      <div class={styles.head}>
        <h3>{batchWords.pictures(pictures.length)}</h3>
        <button type="button" class={styles.clear} onClick={() => remove(pictures.map(({ id }) => id))}>
          {words.clear}
        </button>
      </div>
      <ul class={styles.grid}>
        {pictures.slice(0, shownCount).map((each) => (
          <Thumbnail key={each.id} {...each} services={services} onRemove={() => remove([each.id])} />
        ))}
        {hidden > 0 && <li class={styles.more}>{words.more(hidden)}</li>}
      </ul>
    </>
  );
}

type ThumbnailProps = TrayPicture & { services: Services; onRemove(): void };

function Thumbnail({ picture, services, onRemove }: ThumbnailProps) {
  const url = useBlobUrl(services, picture.thumbnailKey);
  const label = words.remove(picture.name);
  return (
    <li
      class={styles.cell}
      title={picture.folder === '' ? picture.name : `${picture.folder}/${picture.name}`}
    >
      {url ? <img class={styles.image} src={url} alt={picture.name} /> : <PictureIcon />}
      <button type="button" class={styles.remove} aria-label={label} title={label} onClick={onRemove}>
        <CloseIcon />
      </button>
    </li>
  );
}

type WaysProps = { tray: Tray; isByAddress: boolean; onByAddress(): void };

/** A folder is another kind of choice to the browser, so it has a button of its own. */
function Ways({ tray, isByAddress, onByAddress }: WaysProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    tray.addFiles(chosenFiles(input.files ?? []));
    // The same files may be chosen again.
    input.value = '';
  };
  const asFolder = { webkitdirectory: true } as const;
  return (
    <div class={styles.ways}>
      <Button onClick={() => files.current?.click()}>
        <PictureIcon />
        {words.chooseFiles}
      </Button>
      <Button onClick={() => folder.current?.click()}>
        <FolderIcon />
        {words.chooseFolder}
      </Button>
      <Button onClick={() => tray.addFiles(pasteFiles())}>
        <PasteIcon />
        {words.paste}
      </Button>
      <Button expanded={isByAddress} onClick={onByAddress}>
        <LinkIcon />
        {batchWords.addresses.open}
      </Button>
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input ref={folder} type="file" hidden {...asFolder} onChange={(event) => take(event.currentTarget)} />
    </div>
  );
}

function AddingBar({ done, total, onStop }: Adding & { onStop(): void }) {
  const sentence = words.adding(done + 1, total);
  return (
    <div class={styles.adding}>
      <p role="status">{sentence}</p>
      <ProgressBar words={sentence} ratio={done / total} />
      <Button onClick={onStop}>{words.stop}</Button>
    </div>
  );
}

function LeftOutNotice({ leftOut }: { leftOut: readonly LeftOut[] }) {
  return (
    <Notice tone="error">
      <strong>{words.leftOut(leftOut.length)}</strong>
      <ul class={styles.leftOut}>
        {leftOut.map(({ name, error }, at) => (
          <li key={`${at} ${name}`}>{words.leftOutOf(name, errorWords(error).title)}</li>
        ))}
      </ul>
    </Notice>
  );
}
