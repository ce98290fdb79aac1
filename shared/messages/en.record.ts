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
  changes: (inserted: number, deleted: number) =>
    `${count(inserted, { one: '# insertion', other: '# insertions' })}, ${count(deleted, { one: '# deletion', other: '# deletions' })}`,
  legend: 'Legend',
  legendInserted: 'inserted',
  legendDeleted: 'taken out',
  legendHint: 'Point at a word, or move to it with the Tab key, to see who brought it or took it out.',
  laid: 'as laid before the meeting',
  clauseInserted: 'New clause',
  clauseDeleted: 'Clause taken out',
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
  'order changed': (ids: string) => `changed the order of decision: ${ids}`,
  'amendment tied': (id: string, to: string) =>
    to ? `set that ${id} falls if ${to} is carried` : `set that ${id} depends on no other`,
  'clause confirmed': (clause: string) => `confirmed clause ${clause} for its capital`,
  'amendment accepted': (id: string) => `accepted ${id} into the text`,
  'amendment rejected': (id: string) => `rejected ${id}`,
  'consolidation adopted': (id: string) => `adopted a consolidation (${id})`,
  'clause marked': (clause: string, ladder: string) => `marked clause ${clause}: ${ladder}`,
  'comment made': () => 'made a comment',
  'comment replied to': () => 'replied to a comment',
  'thread resolved': (resolved: boolean): string =>
    resolved ? 'resolved a discussion' : 'reopened a discussion',
  'version issued': (symbol: string) => `issued ${symbol}`,
  'stage moved': (to: string) => `moved the declaration to the stage “${to}”`,
  'text endorsed': (symbol: string) => `endorsed ${symbol}`,
}

export const endorse = {
  title: 'Endorse',
  notYet: 'There is no final text yet',
  notYetHelp:
    'The declaration is still being negotiated. When the secretariat puts the final text before the signatories, this page shows it in full.',
  notYetStage: (stage: string) => `Present stage: ${stage}.`,
  toRoom: 'Follow the negotiation',
  noSignatory: 'Only a State’s signatory endorses.',
  closed: 'Endorsement is closed. The roll shows the States that endorsed.',
  toRoll: 'See the roll',
  statement: (state: string) => `On behalf of ${state}, I endorse this text.`,
  name: 'Your name, as on the roll',
  office: 'Your title or office',
  attach: 'Attach a statement',
  attachNone: 'None',
  reservation: 'Reservation',
  explanation: 'Explanation of position',
  statementWords: 'Words of the statement',
  statementHint: 'It stands beside your endorsement on the record. It doesn’t change the text.',
  review: 'Review and endorse',
  summary: 'You are about to endorse',
  text: 'Text',
  hash: 'Hash of its words',
  confirm: (state: string) => `Endorse for ${state}`,
  confirmHint: 'This is recorded at once and can’t be taken back here.',
  otherWords:
    'The words on this screen are not the words of the final text, so nothing was sent. A page translator or an extension may have changed them: switch it off, reload the page, and read the text again.',
  checked: 'This browser has recomputed the hash from the words on this screen.',
  receipt: 'Receipt',
  receiptLead: (state: string, symbol: string) => `${state} has endorsed ${symbol}.`,
  at: 'Time',
  state: 'State',
  save: 'Save as a file',
  keep: 'Keep this receipt: with it anybody can check which exact text was endorsed.',
  withReservation: 'with a reservation',
  withExplanation: 'with an explanation of position',
  act: (n: number) => `Act ${n} of the record`,
}
