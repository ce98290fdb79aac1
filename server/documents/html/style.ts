import { ALONE } from '../alone.ts'

/** Of a page with a view of the declaration. In style with what is printed. */
export const STYLE = `${ALONE}
:root { --proposal: light-dark(#553a9b, #bda9f4); }
h1 { margin-block: 1.5rem; text-align: center; }
h3 { margin-block: 1rem 0.25rem; font: bold 1rem system-ui, sans-serif; }
p, ul, ol, dl, blockquote { margin-block: 0.4em; }
.small, .note, dt { color: var(--muted); font-size: 0.875rem; }
.head {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0.5rem 2rem;
  padding-block-end: 0.75rem;
  border-block-end: 2px solid;
  font-size: 0.875rem;
}
.head p { margin: 0; }
.head .what { text-align: end; }
.head strong { display: block; font-size: 1.25rem; }
.text { margin-block: 2rem; }
.clause { margin-block: 0.8em; padding-inline-start: 2.75rem; white-space: pre-line; orphans: 3; widows: 3; }
.label { display: inline-block; min-inline-size: 2.75rem; margin-inline-start: -2.75rem; color: var(--muted); white-space: pre; }
ins { color: var(--inserted); text-decoration: underline; }
del { color: var(--deleted); text-decoration: line-through; }
.sign, .name, .says { color: var(--proposal); }
.name { font-size: 0.85em; font-weight: 600; }
table { inline-size: 100%; border-collapse: collapse; }
caption { padding-block-end: 0.5rem; text-align: start; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: top; }
[dir='rtl'] :is(th, td) { padding: 0.4rem 0 0.4rem 0.75rem; }
.entry { margin-block: 0.75rem; break-inside: avoid; }
.entry p { margin-block: 0.1em; white-space: pre-line; }
.counts { display: flex; gap: 2.5rem; }
.counts dd { margin: 0; font-size: 1.9rem; }
.map { margin: 1.5rem 0; }
.map > svg { inline-size: 100%; block-size: auto; border-radius: 4px; background: #fff; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; list-style: none; }
.legend svg { inline-size: 2.25rem; margin-inline-end: 0.5rem; vertical-align: middle; background: #fff; }
.check { display: grid; grid-template-columns: minmax(0, 1fr) 7rem; gap: 0 1.5rem; margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); break-inside: avoid; }
.check h2 { margin-block-start: 0; }
.check svg { inline-size: 7rem; block-size: auto; background: #fff; }
code { font-size: 0.85em; }
a { color: var(--accent); }
@media (width < 34rem) {
  .head .what { text-align: start; }
  .check { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  :root { color-scheme: light; --ink: #000; --muted: #000; --inserted: #000; --deleted: #000; --proposal: #000; --accent: #000; }
  body { max-inline-size: none; padding: 0; font-size: 10.5pt; }
}
`
