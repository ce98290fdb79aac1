import { expect, test } from 'vitest'
import { cutAtMentions, mentionsIn } from './mention.ts'

test('@FRA in a comment calls on France, wherever it stands', () => {
  expect([...mentionsIn('@FRA, @BRA: could you live with this? (@FRA)')]).toEqual(['FRA', 'BRA'])
})

test('an address, a word in capitals or a longer code calls on nobody', () => {
  expect([
    ...mentionsIn('Write to desk@FRA.example, or ask the FRA; @FRANCE, @fra and @@FRA are nobody'),
  ]).toEqual([])
})

test('cut at its mentions, a comment keeps every word', () => {
  expect(cutAtMentions('Ask @KEN first')).toEqual([
    { is: 'words', text: 'Ask ' },
    { is: 'mention', code: 'KEN' },
    { is: 'words', text: ' first' },
  ])
})
