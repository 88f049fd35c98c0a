import { readableTokens } from './tokens.ts';

/** The picker's own look. The page's styles do not reach into its shadow root, and it has none of the page's. */
export const pickerStyle = `
${readableTokens}
* { box-sizing: border-box; }
.shield { position: fixed; inset: 0; cursor: crosshair; }
.shield.dim { background: rgb(12 14 13 / 42%); cursor: default; }
[hidden] { display: none; }
.outline {
  position: fixed; display: none; pointer-events: none; border-radius: 3px;
  box-shadow: 0 0 0 2px #fff, 0 0 0 5px var(--accent-line), 0 0 0 200vmax rgb(12 14 13 / 42%);
}
.outline.drawn { border-radius: 0; }
.tag {
  position: absolute; inset-block-start: 100%; inset-inline-start: 0; margin-block-start: 10px;
  padding: 2px 8px; border-radius: 6px; background: var(--scrim); color: #fff;
  font: 500 13px/1.5 system-ui, sans-serif; white-space: nowrap; font-variant-numeric: tabular-nums;
}
.tag.inside { inset-block-start: auto; inset-block-end: 8px; inset-inline-start: 8px; margin: 0; }
.bar, .sheet {
  position: fixed; inset-inline: 0; inset-block-end: 20px; margin-inline: auto;
  color: var(--text); background: var(--surface); border: 1px solid var(--line); border-radius: 14px;
  box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 10px 34px rgb(0 0 0 / 28%);
  font: 14px/1.45 system-ui, sans-serif; outline: none;
}
.bar {
  display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px;
  inline-size: fit-content; max-inline-size: min(860px, calc(100vw - 32px)); padding: 10px 12px 10px 16px;
}
.bar.away { inset-block: 20px auto; }
.facts { flex: 1 1 260px; min-inline-size: 0; }
.title { margin: 0; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.hint { margin: 0; color: var(--quiet); font-size: 13px; }
.tools { display: flex; flex-wrap: wrap; gap: 6px; flex: 0 1 auto; }
@media (width < 640px) {
  .tools { flex-basis: 100%; }
  .tools button { flex: 1 1 auto; }
}
button {
  min-block-size: 36px; padding: 0 12px; border: 1px solid var(--control); border-radius: 9px;
  background: none; color: inherit; font: inherit; cursor: pointer; white-space: nowrap;
}
button:hover { background: var(--well); }
button[data-kind="primary"] { border-color: transparent; background: var(--accent); color: var(--on-accent); font-weight: 600; }
button[data-kind="primary"]:hover { background: var(--accent-strong); }
button[aria-disabled="true"] { opacity: 0.5; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.bar:focus-visible, .sheet:focus-visible { outline: none; }
.sheet {
  display: flex; flex-direction: column; inline-size: min(880px, calc(100vw - 32px));
  max-block-size: min(660px, calc(100vh - 40px));
}
.head, .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 12px 16px; }
.head { border-block-end: 1px solid var(--line); }
.foot { border-block-start: 1px solid var(--line); justify-content: flex-end; }
.head h2 { margin: 0; font: inherit; font-weight: 600; }
.head p { flex: 1; margin: 0; color: var(--quiet); font-size: 13px; }
.grid {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 12px;
  margin: 0; padding: 16px; overflow: auto; list-style: none; overscroll-behavior: contain;
}
.card { position: relative; display: grid; gap: 4px; cursor: pointer; }
.card input {
  position: absolute; inset-block-start: 8px; inset-inline-start: 8px; z-index: 1; inline-size: 20px;
  block-size: 20px; margin: 0; accent-color: var(--accent);
}
.thumb {
  display: grid; place-items: center; aspect-ratio: 4 / 3; border-radius: 9px; overflow: hidden;
  background: var(--well); color: var(--quiet); font-size: 13px;
}
.thumb > img, .thumb > canvas { inline-size: 100%; block-size: 100%; object-fit: contain; }
.card:has(:checked) .thumb { box-shadow: 0 0 0 3px var(--accent-line); }
.card:has(:focus-visible) .thumb { outline: 2px solid var(--text); outline-offset: 4px; }
.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 13px; }
.size { color: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
.quiet { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
@media (forced-colors: active) { .outline { outline: 4px solid Highlight; } }
`;
