export { withImports as default } from './scripts/build/with-imports.mjs';
