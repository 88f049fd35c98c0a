const patienceMs = 4_000;

/** A picture loaded on its own: scripts in it do not run, and it loads nothing further. */
export async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  const loaded = new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('It cannot be drawn'));
    setTimeout(() => reject(new Error('It took too long to draw')), patienceMs);
  });
  // Of a `data:` address too: Firefox would not let an extension's script read what it has drawn of one.
  image.crossOrigin = 'anonymous';
  image.src = url;
  await loaded;
  return image;
}
