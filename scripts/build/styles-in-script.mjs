import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** How the components say that a style sheet's names are meant for all of the document. */
const globalMark = '!';

/**
 * Figma takes a panel as one script, so its styles go into that: as one sheet with short class names,
 * where the tool's own way is a sheet, and code to add it, for every module. Answers the options with it.
 * https://esbuild.github.io/content-types/#local-css
 */
export async function withStylesInScript(options) {
  const first = await build({ ...options, plugins: [...options.plugins, styles], ...dry });
  const inUse = stylesInUse(first.metafile);
  return { ...options, plugins: [...options.plugins, styles, onlyStyles(inUse), inScript] };
}

const dry = { write: false, metafile: true };

const styles = {
  name: 'styles',
  setup(build) {
    build.onResolve({ filter: /^!.*\.css$/ }, ({ path, resolveDir, kind }) =>
      build.resolve(path.slice(globalMark.length), { resolveDir, kind }),
    );
  },
};

/** Of components that nothing uses esbuild leaves out the code, and not the styles. */
function stylesInUse({ inputs, outputs }) {
  const script = Object.entries(outputs).find(([path]) => path.endsWith('.js'))?.[1];
  const modules = Object.entries(script?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return new Set(modules.flatMap(([path]) => inputs[path]?.imports ?? []).map(({ path }) => path));
}

const onlyStyles = (inUse) => ({
  name: 'only-styles-in-use',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, ({ path }) => {
      const isInUse = [...inUse].some((used) => path.endsWith(used));
      return isInUse ? undefined : { contents: '', loader: 'local-css' };
    });
  },
});

const inScript = {
  name: 'styles-in-script',
  setup(build) {
    build.initialOptions.write = false;
    build.onEnd(async ({ outputFiles = [] }) => {
      const fileOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending));
      const css = JSON.stringify(fileOf('.css')?.text.trim() ?? '');
      const adding = `document.head.appendChild(document.createElement('style')).textContent=${css};`;
      const script = fileOf('.js');
      if (script) await writeFile(script.path, `${adding}${script.text}`);
    });
  },
};
