/**
 * What the schema of Akoma Ntoso 3.0 (OASIS Standard, 2018) allows of the elements that we write: their content and
 * their attributes, as far as we use them. From these facts `akn-schema.ts` makes a schema that a validator reads. It is
 * stricter than the standard, never laxer: what passes here passes there.
 */

/** Of ids and of looks: what nearly every element of a text may have. */
const CORE = ['eId', 'wId', 'refersTo', 'class', 'style', 'title', 'xml:lang']
const IDS = ['eId', 'wId']

const INLINES = [
  ...['i', 'b', 'span', 'inline', 'br', 'ref', 'mod', 'date', 'person', 'organization', 'role', 'location'],
  ...['signature', 'docTitle', 'docNumber', 'docProponent', 'docDate', 'docStage', 'docStatus'],
  'affectedDocument',
].join('|')
const BLOCKS = 'p|block'
const HEADED = '(num|heading|subheading)*'
const DOCUMENTS = 'statement|amendmentList|amendment'

export interface Model {
  /** A regular expression over names of elements: `,` for one after the other. */
  readonly content: string
  /** Whether words may stand between them. */
  readonly words?: boolean
  /** Attributes that must be there, and those that may; `name=type` where the type is not a string. */
  readonly must?: readonly string[]
  readonly may?: readonly string[]
}

const inline = (more: Partial<Model> = {}): Model => ({
  content: `(${INLINES})*`,
  words: true,
  may: CORE,
  ...more,
})
const blocks: Model = { content: `(${BLOCKS})*`, may: CORE }
const value: Model = { content: '', must: ['value'], may: [...IDS, 'refersTo', 'showAs', 'shortForm'] }
const truth: Model = { content: '', must: ['value=boolean'], may: IDS }
const reference: Model = { content: '', must: ['href=uri', 'showAs'], may: [...IDS, 'shortForm'] }
/** Things that stand beside the text and name somebody. */
const named = inline({ must: ['refersTo=uri'], may: CORE.filter((it) => it !== 'refersTo') })
const document = (body: string, more = ''): Model => ({
  content: `meta,preface?,${more}${body},conclusions?,components?`,
  must: ['name'],
  may: ['contains=version'],
})
const properties = 'FRBRthis,FRBRuri+,FRBRalias*,FRBRdate+,FRBRauthor+'
const argument: Model = { content: '', may: [...IDS, 'href=uri', 'pos=position'] }

export const MODELS: { readonly [element: string]: Model } = {
  akomaNtoso: { content: `(${DOCUMENTS}),components?` },
  statement: document('mainBody', 'preamble?,'),
  amendmentList: document('collectionBody', 'preamble?,'),
  amendment: document('amendmentBody'),
  components: { content: 'component+', may: IDS },
  component: { content: `${HEADED},(${DOCUMENTS})`, may: CORE },
  collectionBody: { content: 'component+', may: CORE },

  meta: {
    content: 'identification,publication?,lifecycle*,workflow*,analysis*,references*',
  },
  identification: { content: 'FRBRWork,FRBRExpression,FRBRManifestation', must: ['source=uri'] },
  FRBRWork: {
    content: `${properties},FRBRcountry,FRBRsubtype?,FRBRnumber*,FRBRname*,FRBRprescriptive?,FRBRauthoritative?`,
  },
  FRBRExpression: {
    content: `${properties},FRBRversionNumber?,FRBRauthoritative?,FRBRmasterExpression?,FRBRlanguage+`,
  },
  FRBRManifestation: { content: `${properties},FRBRformat?` },
  FRBRthis: value,
  FRBRuri: value,
  FRBRalias: { ...value, must: ['value', 'name'] },
  FRBRdate: { content: '', must: ['date=date', 'name'], may: IDS },
  FRBRauthor: { content: '', must: ['href=uri'], may: [...IDS, 'as=uri'] },
  FRBRcountry: value,
  FRBRsubtype: value,
  FRBRnumber: value,
  FRBRname: value,
  FRBRversionNumber: value,
  FRBRformat: value,
  FRBRprescriptive: truth,
  FRBRauthoritative: truth,
  FRBRmasterExpression: reference,
  FRBRlanguage: { content: '', must: ['language'], may: IDS },
  publication: { content: '', must: ['date=date', 'showAs', 'name'], may: [...IDS, 'number', 'refersTo'] },
  lifecycle: { content: 'eventRef+', must: ['source=uri'] },
  eventRef: {
    content: '',
    must: ['date=date', 'source=uri'],
    may: [...IDS, 'href=uri', 'refersTo', 'type=event', 'originatingExpression=boolean'],
  },
  workflow: { content: 'step+', must: ['source=uri'] },
  step: {
    content: '',
    must: ['date=date', 'by=uri'],
    may: [...IDS, 'href=uri', 'as=uri', 'refersTo', 'outcome=uri'],
  },
  analysis: { content: 'activeModifications?,mappings?', must: ['source=uri'] },
  activeModifications: { content: 'textualMod+' },
  textualMod: { content: 'source+,destination+', must: ['type=modification'], may: [...IDS, 'refersTo'] },
  source: argument,
  destination: argument,
  mappings: { content: 'mapping+', must: ['source=uri'] },
  mapping: { content: '', may: [...IDS, 'original=uri', 'current=uri', 'start=uri', 'end=uri'] },
  references: {
    content: '(original|passiveRef|activeRef|TLCPerson|TLCOrganization|TLCConcept|TLCLocation|TLCRole)+',
    must: ['source=uri'],
  },
  original: reference,
  passiveRef: reference,
  activeRef: reference,
  TLCPerson: reference,
  TLCOrganization: reference,
  TLCConcept: reference,
  TLCLocation: reference,
  TLCRole: reference,

  preface: { content: `(${BLOCKS}|longTitle|container)+`, may: CORE },
  preamble: { content: `(${BLOCKS}|recitals|container)+`, may: CORE },
  conclusions: { content: `(${BLOCKS}|longTitle|container)+`, may: CORE },
  longTitle: blocks,
  container: { content: `(${BLOCKS}|container)+`, must: ['name'], may: CORE },
  recitals: { content: `${HEADED},recital+`, may: CORE },
  recital: { content: `${HEADED},(${BLOCKS})+`, may: CORE },
  mainBody: { content: `(paragraph|${BLOCKS})+`, may: CORE },
  paragraph: { content: `${HEADED},content`, may: CORE },
  content: blocks,
  amendmentBody: { content: '(amendmentReference|amendmentContent|amendmentJustification)+', may: CORE },
  amendmentReference: blocks,
  amendmentContent: blocks,
  amendmentJustification: blocks,

  num: inline(),
  heading: inline(),
  subheading: inline(),
  p: inline(),
  block: inline({ must: ['name'] }),
  i: inline(),
  b: inline(),
  span: inline(),
  inline: inline({ must: ['name'] }),
  br: { content: '', may: CORE },
  ref: inline({ must: ['href=uri'] }),
  mod: inline({ content: `(${INLINES}|quotedText|quotedStructure)*`, may: [...CORE, 'for=uri'] }),
  quotedText: inline({ may: [...CORE, 'startQuote', 'endQuote', 'for=uri'] }),
  quotedStructure: {
    content: '(paragraph|p|block)+',
    may: [...CORE, 'startQuote', 'endQuote', 'for=uri'],
  },
  date: inline({ must: ['date=date'] }),
  person: { ...named, may: [...CORE.filter((it) => it !== 'refersTo'), 'as=uri'] },
  organization: named,
  role: named,
  location: named,
  signature: inline(),
  docTitle: inline(),
  docNumber: inline(),
  docStage: inline(),
  docStatus: inline(),
  docProponent: inline({ may: [...CORE, 'as=uri'] }),
  docDate: inline({ must: ['date=date'] }),
  affectedDocument: inline({ must: ['href=uri'] }),
}
