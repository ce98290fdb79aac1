import { plural } from './plural.ts'

const number = plural('en')

/** A Word file that comes back from a capital: what was found in it, and what is to become of that. */
export const file = {
  title: 'Take in a Word file',
  intro:
    'Save the text or the compilation from “Documents” as Word, work in it with tracked changes, and bring it here. You see what was found first: nothing is proposed before you confirm it and table it.',
  choose: 'Choose a Word file',
  another: 'Choose another file',
  drop: 'or drop it here',
  reading: (name: string) => `Reading ${name} …`,
  tooLong: 'This file is larger than 5 MB. A declaration is far smaller: take out pictures, and try again.',
  notNow: 'Drafts can be opened only while drafting is open. You can look at the file, and confirm it then.',
  issued: {
    version: (what: string, symbol: string) => `${what} of ${symbol}`,
    moment: (what: string, when: string) => `${what} as of ${when}`,
  },
  found: (count: number) => number(count, { one: '# change', other: '# changes' }),
  foundNone: 'Nothing was changed in this file.',
  foundNoneHelp: 'It reads as it was issued. Save your work in Word, and choose the file again.',
  untracked: (count: number) =>
    `${number(count, { one: '# clause was', other: '# clauses were' })} changed while Word kept no track of it. What changed there was found by comparing: look at it word by word.`,
  untrackedBadge: 'Not tracked',
  partlyBadge: 'Partly not tracked',
  movedOn: 'The clause has changed since the file was issued. The changes stand in it as it reads today.',
  by: (names: string) => `In the file: ${names}`,
  kind: { words: 'Changed', struck: 'Struck', moved: 'Moved', new: 'New clause' },
  stands: 'As it stands',
  would: 'As it would read',
  nothing: 'Nothing stands here.',
  after: (clause: string) => `After ${clause}`,
  first: 'Before all others',
  takeIn: (what: string) => `Take in: ${what}`,
  comments: 'Comments in the file',
  commentsHelp: 'Ticked ones are said in the room, in your name.',
  answersThread: 'A reply to what was said in the room',
  lost: 'Without a place in the text today',
  beside: 'Beside the clauses',
  lostHelp: 'These words are not taken in. Copy what you need of them.',
  why: {
    overtaken: 'The words that it changes are gone from the text.',
    there: 'The text reads so already.',
    proposal: 'It changes words that an amendment proposes. Amend that amendment in the room.',
    'too-long': 'It is more than one draft has room for.',
    beside: 'It stands in no clause: in a note, in a frame, or at the edge of a page.',
  },
  moveLost: 'Moved in the file, and since then by somebody else, or struck.',
  oddities: {
    table: (count: number) => number(count, { one: '# table', other: '# tables' }),
    picture: (count: number) => number(count, { one: '# picture', other: '# pictures' }),
    footnote: (count: number) => number(count, { one: '# footnote', other: '# footnotes' }),
    formula: (count: number) => number(count, { one: '# formula', other: '# formulas' }),
    number: (count: number) => number(count, { one: '# clause number', other: '# clause numbers' }),
  },
  leftOut: (what: string) => `A declaration holds words alone. Left out: ${what}.`,
  into: 'Put the changes into',
  oneDraft: 'one draft',
  byClause: 'one draft for each clause',
  inParts: (drafts: number) =>
    `One draft can’t hold all of it, so it becomes ${drafts}, in the order of the text. Table them in that order.`,
  keepPrivate: 'Keep private until it is tabled',
  confirm: (changes: number) =>
    changes === 1 ? 'Open a draft with one change' : `Open a draft with ${changes} changes`,
  confirmMany: (drafts: number) => `Open ${drafts} drafts`,
  confirmComments: 'Say the comments',
  nothingTicked: 'Tick what is to be taken in.',
  done: (drafts: number) =>
    drafts === 1 ? 'A draft was opened with the changes of the file.' : `${drafts} drafts were opened.`,
}

/** What every language must say of it. */
export type FileWords = typeof file
