/** A file with the folders it was found in, divided by `/`; '' when it came by itself. */
export type FoundFile = { file: File; folder: string };

const pictureName = /\.(avif|bmp|gif|heic|ico|jpe?g|png|svg|tiff?|webp)$/i;

/**
 * Files of a drop, those in folders included. To be called in the event itself: what a transfer holds is gone
 * after it.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<FoundFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return inOrder([...transfer.files].map((file) => ({ file, folder: '' })));
  return inOrder((await Promise.all(entries.map((entry) => filesIn(entry, '')))).flat());
}

/** Files of an input, one for folders included. */
export function chosenFiles(files: Iterable<File>): FoundFile[] {
  return inOrder(
    [...files].map((file) => ({ file, folder: file.webkitRelativePath.split('/').slice(0, -1).join('/') })),
  );
}

async function filesIn(entry: FileSystemEntry, folder: string): Promise<FoundFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, folder }];
  }
  const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
  const entries = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(entries.map((each) => filesIn(each, inside)))).flat();
}

/** A reader answers a hundred at a time, and none when it is through. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** Folders are full of things that are no pictures and that nobody meant; a single file was meant. */
function inOrder(found: readonly FoundFile[]): FoundFile[] {
  const isMeant = ({ file, folder }: FoundFile) =>
    folder === '' || file.type.startsWith('image/') || (pictureName.test(file.name) && file.name[0] !== '.');
  const pathOf = ({ file, folder }: FoundFile) => `${folder}/${file.name}`;
  return found
    .filter(isMeant)
    .sort((a, b) => pathOf(a).localeCompare(pathOf(b), undefined, { numeric: true }));
}
