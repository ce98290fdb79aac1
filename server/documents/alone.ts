/** How a page looks that stands alone, whatever it is of: no typefaces and no images to load. */
export const ALONE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#14181d, #e6e9ec);
  --muted: light-dark(#454d57, #b4bbc3);
  --paper: light-dark(#ffffff, #171b20);
  --rule: light-dark(#bac1c9, #414951);
  --accent: light-dark(#1b4b82, #8fbcf0);
  --inserted: light-dark(#0b6339, #74d19a);
  --deleted: light-dark(#9d241b, #f2938a);
}
body {
  max-inline-size: 46rem;
  margin: 0 auto;
  padding: 2rem 1.25rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem / 1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, .text { font-family: Charter, 'Source Serif 4', 'Noto Serif', Georgia, serif; font-weight: 500; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { margin-block: 2rem 0.75rem; font-size: 1.3rem; }
.text { font-size: 1.15rem; line-height: 1.6; }
blockquote { margin-inline: 1.25rem 0; white-space: pre-line; }
dd { margin: 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`
