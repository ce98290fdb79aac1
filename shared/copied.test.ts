import { expect, test } from 'vitest'
import { type CopiedBlock, copiedPlain, copiedRich } from './copied.ts'

const BLOCKS: readonly CopiedBlock[] = [
  { kind: 'title', label: '', spans: [{ text: 'Déclaration', look: 'plain' }] },
  {
    kind: 'clause',
    label: '3',
    spans: [
      { text: 'Soulignant', look: 'opening' },
      { text: ' la ', look: 'plain' },
      { text: 'menace', look: 'deleted' },
      { text: 'vulnérabilité', look: 'inserted' },
      { text: ' [FRA: <mondiale>] ', look: 'proposed' },
      { text: ' ;', look: 'plain' },
    ],
  },
]

test('copied as plain text, a clause has its number, its brackets and its end, and no struck words', () => {
  expect(copiedPlain(BLOCKS)).toBe('Déclaration\n\n3. Soulignant la vulnérabilité [FRA: <mondiale>] ;\n')
})

test('copied with its looks, openings are italic, inserted words underlined, deleted ones struck', () => {
  const rich = copiedRich(BLOCKS, 'fr')
  expect(rich).toContain('<em>Soulignant</em>')
  expect(rich).toContain('<s>menace</s><u>vulnérabilité</u>')
  expect(rich).toContain('[FRA: &#60;mondiale&#62;]')
})
