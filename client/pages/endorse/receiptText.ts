/** The receipt as a plain text that any machine opens for ever: one fact a line, words of a statement indented. */
export const receiptText = (
  meeting: string,
  act: string,
  facts: readonly (readonly [name: string, value: string])[],
): string =>
  [
    meeting,
    act,
    '',
    ...facts.map(([name, value]) => `${name}: ${value.replaceAll('\n', '\n    ')}`),
    '',
  ].join('\n')
