import { plural } from './plural.ts'

const count = plural('en')

export const versions = {
  title: 'Versions',
  lead: 'The text as it was frozen each time, and every public act between.',
  timeline: 'Timeline',
  list: 'Versions',
  final: 'Final text',
  hash: 'Hash of the words',
  by: (who: string, when: string) => `${who}, ${when}`,
  compare: 'Compare',
  compareWithNow: 'Compare with the text as it stands',
  from: 'From',
  to: 'To',
  now: 'The text as it stands',
  swap: 'Swap',
  none: 'Nothing to compare yet',
  noneHelp: 'Choose two versions. When the secretariat issues the next one, it appears here.',
  same: 'These two have the same words.',
  changes: (inserted: number, deleted: number, moved = 0) =>
    [
      count(inserted, { one: '# insertion', other: '# insertions' }),
      count(deleted, { one: '# deletion', other: '# deletions' }),
      ...(moved > 0 ? [count(moved, { one: '# clause moved', other: '# clauses moved' })] : []),
    ].join(', '),
  legend: 'Legend',
  legendInserted: 'inserted',
  legendDeleted: 'taken out',
  legendHint:
    'Point at a word, tap it, or move to it with the Tab key, to see who brought it or took it out.',
  laid: 'as laid before the meeting',
  clauses: {
    inserted: 'New clause',
    deleted: 'Clause not yet there',
    struck: 'Clause struck',
    returned: 'Clause brought back',
  },
  looking: 'What is looked at',
  names: 'Who brought what',
  text: 'Text',
  after: (act: number) => `After act ${act}`,
  place: (act: number) => `Act ${act}`,
  fromHere: 'from here',
  toHere: 'to here',
  look: 'Look at it',
  readWithNames: 'Read with the name behind every word',
  account: 'No-loss statement',
  automatic: (n: number) => count(n, { one: '# automatic version', other: '# automatic versions' }),
  frozenBefore: {
    stage: (stage: string) => `Frozen at the end of the stage “${stage}”`,
    decisions: (_: string) => 'Frozen before decisions',
  },
  restore: {
    open: 'Bring this text back …',
    title: (symbol: string) => `Bring back the text of ${symbol}`,
    means:
      'The text will read as this version does, by a new act. Nothing is erased: what came since stays in the record, and words that come back keep the names of those who brought them.',
    lost: (ids: string) =>
      `These pending amendments lose their place: ${ids}. Their sponsors can propose them anew.`,
    noneLost: 'Every pending amendment keeps its place.',
    note: 'Why (everybody reads it)',
    confirm: 'Bring this text back',
    done: (symbol: string) => `The text of ${symbol} has been brought back.`,
  },
}

export const provenance = {
  title: 'Where these words come from',
  asLaid: 'In the text as it was laid before the meeting.',
  asLaidShort: 'Text as laid',
  brought: 'Brought by',
  broughtBack: 'Brought back by',
  backBy: (who: string) => `brought back by ${who}`,
  tookOut: 'Taken out by',
  amendment: (id: string, revision: number) => (revision > 1 ? `${id}, revision ${revision}` : id),
  amending: (id: string) => `amends ${id}`,
  restoring: (symbol: string) => `brings back the text of ${symbol}`,
  supported: (who: string) => `Supported by ${who}`,
  noSupport: 'Nobody else took a position in support.',
  act: (n: number, who: string) => `Act ${n}, by ${who}`,
  seeAct: 'See what this act changed',
  first: 'First brought by',
  coverage: 'How much of the text comes from whom',
}

export const acts = {
  title: 'Public acts',
  empty: 'No act yet',
  'declaration laid': () => 'laid the declaration before the meeting',
  'amendment tabled': (id: string, revision: number) =>
    revision > 1 ? `tabled a new wording of ${id} (revision ${revision})` : `tabled ${id}`,
  'amendment withdrawn': (id: string) => `withdrew ${id}`,
  'amendment co-sponsored': (id: string, on: boolean) =>
    on ? `co-sponsored ${id}` : `took its name off ${id}`,
  'position taken': {
    support: (id: string) => `supports ${id}`,
    oppose: (id: string) => `opposes ${id}`,
    reserve: (id: string) => `reserves its position on ${id}`,
    none: (id: string) => `takes no position on ${id} any more`,
  },
  'compromise put': (id: string, of: string) => `put ${id} before the room, a compromise between ${of}`,
  'compromise answered': (id: string, accepts: boolean) => (accepts ? `accepts ${id}` : `declines ${id}`),
  'opted out': (group: string, id: string, out: boolean) =>
    out ? `opted out of what ${group} says on ${id}` : `goes along with ${group} on ${id} again`,
  'group dissolved': (group: string) =>
    `dissolved the group ${group}: its positions on what is pending lapse`,
  'order changed': (ids: string) => `changed the order of decision: ${ids}`,
  'amendment tied': (id: string, to: string) =>
    to ? `set that ${id} falls if ${to} is carried` : `set that ${id} depends on no other`,
  'clause confirmed': (clause: string) => `confirmed clause ${clause} for its capital`,
  'amendment accepted': (id: string) => `accepted ${id} into the text`,
  'amendment rejected': (id: string) => `rejected ${id}`,
  'consolidation adopted': (id: string) => `adopted a consolidation (${id})`,
  'text restored': (symbol: string, id: string) => `brought back the words of ${symbol} (${id})`,
  'clause marked': (clause: string, ladder: string) => `marked clause ${clause}: ${ladder}`,
  'comment made': () => 'made a comment',
  'comment replied to': () => 'replied to a comment',
  'thread resolved': (resolved: boolean): string =>
    resolved ? 'resolved a discussion' : 'reopened a discussion',
  'version issued': (symbol: string) => `issued ${symbol}`,
  'version frozen': (symbol: string) => `was about to decide: the text was frozen (${symbol})`,
  'roll published': (published: boolean): string =>
    published ? 'opened the roll to the public' : 'closed the roll to the public',
  'stage moved': (to: string) => `moved the declaration to the stage “${to}”`,
  'text endorsed': (symbol: string) => `endorsed ${symbol}`,
  'endorsed late': (symbol: string) => `endorsed late, in ${symbol}`,
  'endorsed on paper': (state: string, symbol: string) =>
    `confirmed the signed paper by which ${state} endorses ${symbol}`,
  'language version laid': (language: string): string => `laid the final text in ${language}`,
  'signatories listed': (n: number) =>
    count(n, { one: 'published # signatory and key', other: 'published # signatories and their keys' }),
  'endorsement opened': (symbol: string) => `opened the endorsement of ${symbol}`,
  'addendum opened': (symbol: string) => `opened ${symbol} for late endorsements`,
  'addendum closed': (symbol: string) => `closed ${symbol}`,
  'endorsement withdrawn': (symbol: string) => `withdrew its endorsement of ${symbol}`,
  'withdrawn on paper': (state: string) =>
    `confirmed the signed paper by which ${state} withdraws its endorsement`,
  'paper recorded': (state: string) => `recorded a paper that ${state} signed`,
  'paper rejected': () => 'didn’t confirm a signed paper',
}
