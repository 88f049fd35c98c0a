/**
 * The only door to zod. `jitless` is set before any schema exists, because zod's probe of
 * `new Function` is a content-security-policy violation on extension pages.
 * Consumers write `import * as z from '#shared/zod.ts'`, which tree-shakes.
 */
import { config } from 'zod/mini';

config({ jitless: true });

export * from 'zod/mini';
