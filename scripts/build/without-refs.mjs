import { resolve } from 'node:path';

const own = resolve('figma-plugin/ui/platform/create-component.ts');

/** The components of `@create-figma-plugin/ui`, without the refs that nobody hands them. */
export const withoutRefs = {
  name: 'without-refs',
  setup(build) {
    build.onResolve({ filter: /\/create-component\.js$/ }, () => ({ path: own }));
  },
};
