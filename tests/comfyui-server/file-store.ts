export type Folder = 'input' | 'temp' | 'output';
export type StoredFile = { bytes: Uint8Array; mimeType: string };

/** The server's input, temp and output folders. */
export function createFileStore() {
  const files = new Map<string, StoredFile>();
  const key = (folder: Folder, name: string) => `${folder}/${name}`;
  const counters = new Map<string, number>();

  return {
    get: (folder: Folder, name: string) => files.get(key(folder, name)) ?? null,
    names: (folder: Folder) =>
      [...files.keys()]
        .filter((name) => name.startsWith(`${folder}/`))
        .map((name) => name.slice(folder.length + 1)),

    /** Same name and same bytes: the same file; same name and other bytes: the next free name. */
    upload(name: string, file: StoredFile): string {
      for (let number = 0; ; number += 1) {
        const free = number === 0 ? name : name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
        const there = files.get(key('input', free));
        if (there && !Buffer.from(there.bytes).equals(file.bytes)) continue;
        files.set(key('input', free), file);
        return free;
      }
    },

    /** As `SaveImage` names them: `ComfyUI_00001_.png`. */
    save(folder: Folder, prefix: string, file: StoredFile): string {
      const count = (counters.get(`${folder}/${prefix}`) ?? 0) + 1;
      counters.set(`${folder}/${prefix}`, count);
      const name = `${prefix}_${String(count).padStart(5, '0')}_.png`;
      files.set(key(folder, name), file);
      return name;
    },
  };
}

export type FileStore = ReturnType<typeof createFileStore>;
