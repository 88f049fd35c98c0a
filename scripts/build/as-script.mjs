import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

const ending = '?script';

/** `import packed from './draw.ts?script'`: a module with all it needs, as a deflated script that names it `drawScript`. */
export const asScript = {
  name: 'as-script',
  setup({ onResolve, onLoad, resolve, initialOptions: { target, minify } }) {
    onResolve({ filter: /\?script$/ }, async ({ path, resolveDir, kind }) => {
      const found = await resolve(path.slice(0, -ending.length), { resolveDir, kind });
      return { ...found, namespace: 'script' };
    });
    onLoad({ filter: /./, namespace: 'script' }, async ({ path }) => {
      const options = {
        bundle: true,
        write: false,
        format: 'iife',
        globalName: nameOf(path),
        target,
        minify,
      };
      const { outputFiles } = await build({ ...options, entryPoints: [path] });
      return { contents: deflateRawSync(outputFiles[0].text.trim(), { level: 9 }), loader: 'binary' };
    });
  },
};

/** `looks-script.ts` is `looksScript`. */
function nameOf(path) {
  const file = path
    .split(/[\\/]/)
    .at(-1)
    .replace(/\.\w+$/, '');
  return file.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
