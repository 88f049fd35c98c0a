/** The page's own header is painted first; only then is the panel fetched, which takes its place. */
requestAnimationFrame(() => setTimeout(() => void import('./app.tsx')));
