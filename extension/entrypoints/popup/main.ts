import { applyTheme } from '../../platform/views/theme.ts';

applyTheme();

/** The page's own header is painted first; only then is the panel fetched, which takes its place. */
requestAnimationFrame(() => setTimeout(() => void import('./app.tsx')));
