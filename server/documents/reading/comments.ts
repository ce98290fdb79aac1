import type { Act } from '../../../shared/act.ts'
import type { FoundComment } from '../../../shared/found.ts'
import type { ThreadId } from '../../../shared/ids.ts'
import { type Moment, readMoment } from '../../../shared/moment.ts'
import { labelsOf } from '../../../shared/projection.ts'
import type { Block } from '../../../shared/text.ts'
import type { Changes } from './changes.ts'
import type { Hand } from './paragraph.ts'
import { wordsBefore } from './passage.ts'
import type { Remark } from './remark.ts'

interface Around {
  readonly now: Moment
  readonly acts: readonly Act[]
  readonly isOurs: (hand: Hand) => boolean
}

/** What was noted beside the text since the file was issued, each on its clause as it stands today. */
export function commentsIn(
  remarks: readonly Remark[],
  { passages }: Changes,
  around: Around,
): FoundComment[] {
  const today = readMoment(around.now)
  const labels = labelsOf(around.now.record)
  return remarks
    .flatMap((it) => (around.isOurs(it) ? goneOn(it, around) : it))
    .filter(({ words }) => words !== '')
    .flatMap((remark): FoundComment[] => {
      const block = blockOf(remark, passages, today) ?? today[0]
      if (!block) return []
      const { author, words } = remark
      const on = { clause: block.id, label: labels[block.id] ?? '', ...quoted(remark, passages, block) }
      return [{ ...on, author, words, answers: threadOf(remark, remarks, around) }]
    })
}

function blockOf({ id }: Remark, passages: Changes['passages'], today: readonly Block[]): Block | undefined {
  for (const [block, { remarked }] of passages) {
    if (remarked.some((it) => it.id === id)) return today.find((it) => it.id === block)
  }
  return undefined
}

function quoted(
  { id }: Remark,
  passages: Changes['passages'],
  block: Block,
): Pick<FoundComment, 'quote' | 'at'> {
  const passage = passages.get(block.id)
  const place = passage?.remarked.find((it) => it.id === id)
  const quote = passage && place ? wordsBefore(passage).slice(place.from, place.to).trim() : ''
  const at =
    quote === '' || quote.length > LONGEST_QUOTE || quote === block.text ? -1 : block.text.indexOf(quote)
  return at < 0 ? NO_QUOTE : { quote, at }
}

const LONGEST_QUOTE = 1_000
const NO_QUOTE = { quote: null, at: null }

/** What somebody wrote into a comment of the room's, behind what was said there: an answer, whoever wrote it. */
function goneOn(remark: Remark, { acts }: Pick<Around, 'acts'>): Remark[] {
  const act = acts.filter(isSaid).find((it) => isSameAs(it, remark))
  if (!act) return []
  const words = remark.words.slice(remark.words.indexOf(act.words) + act.words.length).trim()
  return [{ ...remark, author: '', words, answers: remark.id }]
}

/** The conversation of the room that it goes on with: what it answers bears the time of the act that said it. */
function threadOf(
  remark: Remark,
  remarks: readonly Remark[],
  { acts, isOurs }: Pick<Around, 'acts' | 'isOurs'>,
): ThreadId | null {
  let answered = remarks.find(({ id }) => id === remark.answers)
  // Remarks of a file may answer each other, round and round.
  for (let steps = 0; answered && !isOurs(answered) && steps < remarks.length; steps++) {
    const { answers } = answered
    answered = remarks.find(({ id }) => id === answers)
  }
  return acts.filter(isSaid).find((act) => answered && isSameAs(act, answered))?.thread ?? null
}

type SaidAct = Extract<Act, { kind: 'comment made' | 'comment replied to' }>

const isSaid = (act: Act): act is SaidAct => act.kind === 'comment made' || act.kind === 'comment replied to'

/** Word processors keep the second. */
const isSameAs = (act: SaidAct, { at, words }: Remark): boolean =>
  act.at.slice(0, SECOND) === at.slice(0, SECOND) && words.includes(act.words)

const SECOND = '2009-10-12T08:00:00'.length
