/** The slowest figure takes a fifth of it on a quiet machine. */
const limitMinutes = 15;

/** No figure is waited for without end: what hangs is said, and not measured. */
export async function withinTime<T>(name: string, measuring: Promise<T>): Promise<T> {
  const sentence = `${name} did not end in ${limitMinutes} minutes, and nothing of it was measured.`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), limitMinutes * 60_000);
  });
  return Promise.race([measuring, over]).finally(() => clearTimeout(timer));
}
