/** The colours are those of the extension's panel (`shared/ui/tokens.css`). */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f5f2; --surface: #fff; --text: #1d1e1b; --quiet: #5b5c56; --line: #dddbd4;
  --control: #84847c; --accent: #0b685a; --on-accent: #fff; --danger: #a8261d; --well: #eae8e3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #171816; --surface: #21231f; --text: #eeeeea; --quiet: #adafa7; --line: #383a35;
    --control: #7e8178; --accent: #52bda8; --on-accent: #06241e; --danger: #ffb3a8; --well: #2b2d29;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 16px; max-width: 860px; background: var(--page); color: var(--text);
  font: 16px/1.45 system-ui, sans-serif; overflow-wrap: anywhere;
}
header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; }
nav a { display: inline-block; padding: 10px 0; }
.product { display: flex; gap: 8px; align-items: center; margin: 0; font-weight: 600; }
.product::before {
  content: ""; width: 22px; height: 22px; border-radius: 6px;
  background: linear-gradient(115deg, #aeb5b3 44%, #fff 44% 52%, #f6b44b 52% 74%, #0b685a 74%);
}
h1 { margin: 16px 0 8px; font-size: 1.5rem; line-height: 1.2; }
h2 { margin: 0 0 8px; font-size: 1.1rem; }
p { margin: 0 0 12px; }
a { color: var(--accent); }
section { margin: 16px 0; padding: 16px; background: var(--surface); border: 1px solid var(--line); border-radius: 14px; }
section > :last-child { margin-bottom: 0; }
.quiet-text { color: var(--quiet); }
.notice { padding: 12px; border-radius: 9px; background: var(--well); }
label { display: block; margin: 0 0 12px; font-weight: 500; }
label.tick { display: flex; gap: 8px; align-items: center; min-height: 44px; margin: 0 0 8px; font-weight: 400; }
label.tick input { width: 20px; height: 20px; flex: none; accent-color: var(--accent); }
label[hidden], button[hidden] { display: none; }
fieldset:has([name=allDeployments]:checked) .unless-all { display: none; }
fieldset { margin: 0 0 12px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 9px; }
input[type=text], input[type=password] {
  display: block; width: 100%; min-height: 44px; margin-top: 4px; padding: 8px 12px; font: inherit;
  color: inherit; background: var(--page); border: 1px solid var(--control); border-radius: 9px;
}
button {
  min-height: 44px; padding: 8px 16px; font: inherit; font-weight: 600; border: 1px solid var(--accent);
  border-radius: 9px; background: var(--accent); color: var(--on-accent); cursor: pointer;
}
button.quiet { background: none; color: var(--accent); border-color: var(--control); font-weight: 500; }
button.danger { background: none; color: var(--danger); border-color: var(--danger); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.secret { padding: 12px; border-radius: 9px; background: var(--well); font: 14px/1.4 ui-monospace, monospace; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.rows { margin: 0; padding: 0; list-style: none; }
.rows > li { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; padding: 8px 0; border-top: 1px solid var(--line); }
.rows > li:first-child { border-top: 0; }
.rows a { display: inline-block; padding: 8px 0; font-weight: 600; }
.figures { color: var(--quiet); font-variant-numeric: tabular-nums; }
`;
