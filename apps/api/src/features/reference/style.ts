/** The page brings its own few lines: it must be readable where nothing else of ours is built. */
export const STYLE = `
:root { color-scheme: light dark; --page: oklch(0.972 0.006 85); --panel: oklch(0.994 0.003 85); --ink: oklch(0.252 0.012 65);
  --muted: oklch(0.452 0.014 70); --line: oklch(0.892 0.01 85); --accent: oklch(0.445 0.077 190); --soft: oklch(0.928 0.034 190); }
@media (prefers-color-scheme: dark) { :root { --page: oklch(0.188 0.007 55); --panel: oklch(0.226 0.008 55);
  --ink: oklch(0.953 0.008 85); --muted: oklch(0.775 0.012 80); --line: oklch(0.318 0.009 55); --accent: oklch(0.81 0.095 190);
  --soft: oklch(0.312 0.042 190); } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 'Inter Variable', system-ui, sans-serif; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.95em; overflow-wrap: anywhere; }
pre { margin: 0.5rem 0 0; padding: 0.75rem; background: var(--page); border-radius: 8px; white-space: pre-wrap; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--panel); padding: 0.5rem; }
.frame { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
nav a { display: inline-block; padding: 0.35rem 0; }
nav h2 { font-size: 0.95rem; margin: 0; color: var(--muted); font-weight: 500; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 0.5rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; } h4 { font-size: 0.95rem; margin: 1rem 0 0.25rem; }
article { background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin: 0 0 0.75rem; }
article p { margin: 0.35rem 0; max-width: 70ch; } .who { color: var(--muted); }
.verb { background: var(--soft); border-radius: 6px; padding: 0.1rem 0.4rem; margin-right: 0.35rem; }
dl { margin: 0; } dt { margin-top: 0.35rem; } dt span { color: var(--muted); }
dd { margin: 0; padding-left: 1rem; max-width: 70ch; } dd dl { border-left: 2px solid var(--line); padding-left: 0.75rem; }
details { margin-top: 0.5rem; } summary { cursor: pointer; color: var(--accent); padding: 0.35rem 0; }
@media (min-width: 60rem) { .frame { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 2.5rem; }
  nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
  nav ul { display: block; } }
`;
