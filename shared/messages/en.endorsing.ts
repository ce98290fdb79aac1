import { plural } from './plural.ts'

const count = plural('en')

/** The page of a signatory. */
export const endorse = {
  title: 'Endorse',
  notYet: 'There is no final text yet',
  notYetHelp:
    'The declaration is still being negotiated. When the secretariat puts the final text before the signatories, this page shows it in full.',
  notYetStage: (stage: string) => `Present stage: ${stage}.`,
  notOpen:
    'This is the final text. The secretariat hasn’t opened endorsement yet; this page will show it at once.',
  toRoom: 'Follow the negotiation',
  noSignatory: 'Only a State’s signatory endorses.',
  closed: 'Endorsement is closed. The roll shows the States that endorsed.',
  late: (symbol: string) => `The meeting is over. Your endorsement goes into the addendum ${symbol}.`,
  toRoll: 'See the roll',
  statement: (state: string) => `On behalf of ${state}, I endorse this text.`,
  name: 'Your name, as on the roll',
  office: 'Your title or office',
  remarks: 'If you want to say more',
  remarksHint: 'It stands beside your endorsement on the record. It doesn’t change the text.',
  add: {
    reservation: 'Make a reservation',
    dissociation: 'Dissociate from clauses',
    explanation: 'Explain your position',
  },
  words: {
    reservation: 'Words of the reservation',
    dissociation: 'Words on the dissociation',
    explanation: 'Words of the explanation',
  },
  clauses: 'From these clauses',
  fromClauses: (labels: string) => `from ${labels}`,
  review: 'Review and endorse',
  summary: 'You are about to endorse',
  text: 'Text',
  hash: 'Hash of its words',
  confirm: (state: string) => `Sign for ${state}`,
  confirmHint: 'Your device asks for your finger, your face or its PIN. Then it is recorded at once.',
  otherWords:
    'The words on this screen are not the words of the final text, so nothing was signed. A page translator or an extension may have changed them: switch it off, reload the page, and read the text again.',
  checked: 'This browser has recomputed the hash from the words on this screen.',
  /** The text in another language than its own. */
  reading: {
    label: 'Read in',
    isAuthentic: 'authentic',
    own: (language: string) => `The text in ${language} is authentic: it alone is signed.`,
    other: (language: string, authentic: string) =>
      `This is the text in ${language}, as the secretariat laid it. The text in ${authentic} is authentic: it alone is signed.`,
    checked: (language: string, authentic: string) =>
      `You read the text in ${language}; the signature is over the authentic one in ${authentic}. This browser has recomputed the hashes of both.`,
    laid: (language: string) => `Hash of the text in ${language}`,
  },
  receipt: 'Receipt',
  receiptLead: (state: string, symbol: string) => `${state} has endorsed ${symbol}.`,
  at: 'Time',
  state: 'State',
  save: 'Save as a file',
  keep: 'Keep this receipt: with it anybody can check which exact text was endorsed, and by whose key.',
  qr: 'Receipt as a QR code: declaration, State, act, hash of the text and of what was signed',
  signature: 'Hash of what was signed',
  key: 'Key',
  seen: 'Earlier acts that the signature bears witness to',
  how: { signed: 'Signed on a device', paper: 'Signed on paper', plain: 'Recorded without a signature' },
  paperBy: (first: string, second: string) =>
    `Recorded by ${first}, confirmed by ${second} of the secretariat.`,
  act: (n: number) => `Act ${n} of the record`,
  withdraw: 'Withdraw the endorsement',
  withdrawLead: (state: string) => `${state} withdraws its endorsement.`,
  withdrawConfirm:
    'Your State’s name leaves the roll. That it endorsed and withdrew stays on the record for ever.',
  withdrawDone: 'The endorsement is withdrawn.',
  withdrawn: (when: string) => `Your State withdrew its endorsement on ${when}. It can endorse again.`,
  onRoll: {
    paper: 'signed on paper',
    addendum: (symbol: string) => `late, in ${symbol}`,
    withdrawn: 'Withdrawn',
    withdrawnHelp: 'Endorsed, and took it back before the record was closed.',
  },
}

/** The key with which a signatory endorses. */
export const signing = {
  title: 'Your signature',
  lead: 'You sign with a key that stays on this device, which opens it with your finger, your face or its PIN. It is made once, and the secretariat confirms that it is yours.',
  make: 'Set up my signature',
  codeTitle: 'Read this code to the secretariat',
  codeLead: 'In person or on the telephone. The secretariat sees the same code, and confirms it.',
  waiting: 'Waiting for the secretariat to confirm …',
  again: 'Begin again on this device',
  ready: 'Your signature is set up and confirmed.',
  notListed: 'Your signature is confirmed. The secretariat has yet to publish it on the list of signatories.',
  notHere:
    'This browser can’t sign here. Open the meeting at its own address in a recent browser, or sign on paper: two members of the secretariat record it.',
  paper:
    'If no device of yours works, sign on paper: two members of the secretariat record it, and the record says so.',
  otherDevice: 'My key is on another device',
  replace: 'Set up a new signature here',
  waitingKeys: 'Signatures to confirm',
  waitingKeysLead: 'Let each person read out the code, and compare.',
  confirm: 'Confirm',
  confirmTitle: 'Do you hear the same code?',
  confirmLead: (name: string) =>
    `${name} reads out the code from the screen. Confirm only if it is the same, and if you know that it is ${name}.`,
  same: 'It is the same',
  confirmed: (name: string) => `The signature of ${name} is confirmed.`,
  refuse: 'It is another',
  refused: (name: string) => `The key of ${name} is forgotten. It can be made again.`,
  states: { confirmed: 'Signature confirmed', waiting: 'Signature waits', none: 'No signature yet' },
}

/** Endorsement at the desk. */
export const opening = {
  title: 'Endorsement',
  lead: 'The text is final. Publish who may endorse it, and open endorsement.',
  open: 'Open endorsement',
  openLead: (symbol: string) =>
    `These people may endorse ${symbol}, each with this key. The list is published as an act; then they can sign.`,
  languages: {
    title: 'In other languages',
    none: 'Ministers read the text in its own language only.',
    lay: 'Lay the text in another language',
    correct: (language: string) => `Correct the text in ${language}`,
    lead: (symbol: string) =>
      `Beside ${symbol}, for whoever reads another language. The text that is signed stays as it is, and alone is authentic. Once endorsement is open nothing of this changes any more.`,
    language: 'Language',
    authentic: 'Authentic',
    words: (clause: string, language: string) => `${clause}, in ${language}`,
    take: (symbol: string) => `Take the words of ${symbol}`,
    takeHint: 'Another declaration with as many clauses, in this language.',
    clauses: (n: number, all: number) =>
      `${count(n, { one: '# clause was found', other: '# clauses were found' })}, and the text has ${all}. See which words belong where.`,
    confirm: (language: string) => `Lay the text in ${language}`,
    done: (language: string) => `The text is laid in ${language}.`,
    laid: (language: string, when: string) => `${language}, laid on ${when}`,
  },
  withoutKey: 'no signature yet',
  openNobody: 'No signatory is accredited. Accredit ministers on the People page first.',
  opened: 'Endorsement is open.',
  isOpen: 'Open',
  endorsed: (n: number, all: number) => `${n} of ${all} States with a signatory have endorsed.`,
  publish: 'Publish the list again',
  published: 'The list of signatories is published.',
  addendum: (symbol: string) => `Open ${symbol}`,
  addendumHint: 'For States that endorse after the meeting.',
  addendumOpen: (symbol: string) => `${symbol} is open for late endorsements.`,
  addendumClose: (symbol: string) => `Close ${symbol}`,
  addendumClosed: 'The addendum is closed.',
  paper: {
    record: 'Record a signed paper',
    lead: 'For a signatory whose device fails. It counts when another member of the secretariat has confirmed it.',
    does: 'The paper',
    endorses: 'endorses the text',
    withdraws: 'withdraws the endorsement',
    who: 'Signatory',
    remarks: 'Remarks on the paper',
    remarksHint: 'Word for word as they stand there; nothing, where there is none.',
    note: 'The date on the paper, and where it is kept',
    hashHint: 'The paper must name the text by this hash of its words:',
    confirm: 'Record it',
    recorded: 'The paper is recorded. Another member of the secretariat confirms it.',
    waiting: 'Signed papers to confirm',
    waitingOf: (state: string, who: string) => `${state}, recorded by ${who}`,
    settle: 'Confirm',
    settleTitle: 'Confirm the signed paper',
    settleLead: 'Look at the paper itself: the name, the text’s hash, the remarks and the signature.',
    settled: 'The paper is confirmed.',
    reject: 'Don’t confirm',
    rejected: 'The paper isn’t confirmed, and doesn’t count.',
  },
  keys: (n: number) => count(n, { one: '# key waits', other: '# keys wait' }),
}
