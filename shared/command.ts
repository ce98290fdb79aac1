import { z } from 'zod'
import { LAYING } from './api/declarations.ts'
import { Brought } from './bringing.ts'
import { isLine, isProse } from './characters.ts'
import {
  AMENDMENT_ID,
  BLOCK_ID,
  CAPACITY_ID,
  DELEGATION_CODE,
  DRAFT_ID,
  NOTE_ID,
  PAPER_ID,
  SHA256,
  THREAD_ID,
} from './ids.ts'
import { Remarks, Signed } from './instrument.ts'
import type { Deed } from './policy.ts'
import { LADDER } from './record.ts'
import { STAGES } from './stage.ts'

/** One command to a declaration, as it comes over HTTP: `POST /api/declarations/<id>/commands?as=<capacity>`. */

const draft = z.string().regex(DRAFT_ID)
const amendment = z.string().regex(AMENDMENT_ID)
const thread = z.string().regex(THREAD_ID)
const clause = z.string().regex(BLOCK_ID)
const delegation = z.string().regex(DELEGATION_CODE)
const wording = z.string().regex(SHA256)
const line = z.string().trim().max(300).refine(isLine, 'a line of plain characters')
const optionalWords = z.string().trim().max(5_000).refine(isProse, 'words of plain characters')
const words = optionalWords.min(1)
const frozen = z.int().min(0).max(1_000_000)
/** With `Z` or an offset, as calendars write it; kept in UTC. */
const instant = z.iso.datetime({ offset: true }).overwrite((written) => new Date(written).toISOString())

/** What a comment or a note hangs on. */
const subject = z.union([
  z.strictObject({
    clause,
    quote: z.string().max(1_000).refine(isProse, 'words of plain characters').nullable().default(null),
    /** Where in the clause's text the quoted words begin; they hang where they stand nearest to it. */
    at: z.int().min(0).max(1_000_000).nullable().default(null),
  }),
  z.strictObject({ amendment }),
])

export const Command = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('draft.open'),
    /** Start with the words of these amendments. */
    from: z.array(amendment).max(20).default([]),
    /** Give this own amendment a new wording when tabled. */
    revises: amendment.nullable().default(null),
    /** Amend this pending amendment of another delegation when tabled: a sub-amendment. */
    amends: amendment.nullable().default(null),
    /** Open one more draft even if an unfinished one is at hand. */
    another: z.boolean().default(false),
    /** Start one more with these changes of the text as it stands, such as were found in a file. */
    brings: Brought.nullable().default(null),
    /**
     * Start one more with what of this own draft has its place in the words that the amendment which it amends has been
     * given since; where that is all of it, it is discarded.
     */
    carries: draft.nullable().default(null),
    /** Of a draft that brings words: whether the room sees it grow. */
    sharing: z.enum(['private', 'live']).default('live'),
  }),
  z.strictObject({
    do: z.literal('draft.share'),
    draft,
    sharing: z.enum(['private', 'live']),
    members: z.array(delegation).max(200),
  }),
  z.strictObject({ do: z.literal('draft.discard'), draft }),
  z.strictObject({ do: z.literal('amendment.table'), draft, reason: optionalWords }),
  z.strictObject({ do: z.literal('amendment.withdraw'), amendment }),
  /** Makes the words of another delegation's withdrawn amendment one's own; without a reason, with its reason. */
  z.strictObject({
    do: z.literal('amendment.takeup'),
    amendment,
    reason: optionalWords.nullable().default(null),
  }),
  /** Asks delegations to put their names to one's own amendment. */
  z.strictObject({
    do: z.literal('amendment.invite'),
    amendment,
    delegations: z.array(delegation).min(1).max(200),
  }),
  z.strictObject({
    do: z.literal('amendment.cosponsor'),
    amendment,
    /** The exact wording that the delegation puts its name to (rule A4). */
    wording,
    /** False takes the name off again, or declines what was asked. */
    confirm: z.boolean(),
  }),
  /** Takes a sub-amendment to one's own amendment in, without a decision of the desk. */
  z.strictObject({
    do: z.literal('amendment.incorporate'),
    amendment,
    /** The exact wording of the sub-amendment that is taken in (rule A4). */
    wording,
  }),
  z.strictObject({
    do: z.literal('amendment.position'),
    amendment,
    stand: z.enum(['support', 'oppose', 'reserve', 'none']),
    why: optionalWords.default(''),
  }),
  z.strictObject({
    do: z.literal('amendment.decide'),
    amendment,
    decision: z.enum(['accept', 'reject']),
    note: optionalWords.default(''),
  }),
  z.strictObject({
    do: z.literal('amendment.optout'),
    amendment,
    group: delegation,
    /** False: with the group again. */
    out: z.boolean(),
  }),
  z.strictObject({
    do: z.literal('amendment.order'),
    /** Pending amendments in the order in which they are to be decided. */
    order: z.array(amendment).min(2).max(200),
  }),
  z.strictObject({
    do: z.literal('amendment.tie'),
    amendment,
    /** It falls as soon as one of these is accepted; none unties it. */
    fallsIf: z.array(amendment).max(50),
  }),
  z.strictObject({
    do: z.literal('compromise.open'),
    /** The amendments between which it seeks a middle: two or more. */
    from: z.array(amendment).max(50).default([]),
    /** A compromise that is before the room, to be given other words. */
    revises: amendment.nullable().default(null),
  }),
  z.strictObject({ do: z.literal('compromise.put'), draft, reason: optionalWords.default('') }),
  z.strictObject({
    do: z.literal('compromise.answer'),
    amendment,
    /** The exact wording that is accepted or declined (rule A4). */
    wording,
    accept: z.boolean(),
    why: optionalWords.default(''),
  }),
  z.strictObject({
    do: z.literal('clause.confirm'),
    clause,
    /** Hash of the clause's words as the delegation reads them. */
    words: wording,
  }),
  z.strictObject({
    do: z.literal('clause.mark'),
    clause,
    ladder: z.enum(LADDER),
    awaiting: z.array(delegation).max(200).default([]),
  }),
  z.strictObject({ do: z.literal('comment.make'), on: subject, words }),
  z.strictObject({ do: z.literal('comment.reply'), thread, words }),
  z.strictObject({ do: z.literal('thread.resolve'), thread, resolved: z.boolean() }),
  /** A note that only one's own delegation ever reads. */
  z.strictObject({ do: z.literal('note.make'), on: subject, words: words.max(2_000) }),
  z.strictObject({
    do: z.literal('note.reply'),
    note: z.string().regex(NOTE_ID),
    words: words.max(2_000),
  }),
  /** With what was replied to it. */
  z.strictObject({ do: z.literal('note.remove'), note: z.string().regex(NOTE_ID) }),
  /** The group takes part no more, and its positions lapse. Done in every declaration when a group is dissolved. */
  z.strictObject({ do: z.literal('group.dissolve'), group: delegation }),
  /** Puts a clause on the projector, with all its amendments or with one. */
  z.strictObject({ do: z.literal('screen.show'), clause, amendment: amendment.nullable().default(null) }),
  z.strictObject({ do: z.literal('consolidation.open'), from: z.array(amendment).max(200).default([]) }),
  z.strictObject({ do: z.literal('consolidation.adopt'), draft, note: optionalWords.default('') }),
  z.strictObject({
    do: z.literal('version.issue'),
    symbol: line.min(1).max(80),
    note: optionalWords.default(''),
  }),
  /** The words of an earlier version again, as a new act. */
  z.strictObject({
    do: z.literal('version.restore'),
    version: z.int().min(0).max(999_999),
    note: optionalWords.default(''),
  }),
  z.strictObject({ do: z.literal('stage.move'), to: z.enum(STAGES) }),
  /** Lays the final text in another language, or lays it anew, before endorsement opens. */
  z.strictObject({
    do: z.literal('language.lay'),
    /** `hash` of the final version: the words that it renders. */
    hash: wording,
    ...LAYING,
  }),
  /** Publishes who may endorse, with their keys, as the secretariat has confirmed them. */
  z.strictObject({ do: z.literal('signatories.list') }),
  z.strictObject({
    do: z.literal('silence.open'),
    /** Of the version that is frozen now; null: the last one, whose words still stand. */
    symbol: line.min(1).max(80).nullable().default(null),
    note: optionalWords.default(''),
    /** Null: in 72 hours. */
    deadline: instant.nullable().default(null),
  }),
  /** The delegation has opened the frozen text. Each of these is about the version of one number. */
  z.strictObject({ do: z.literal('silence.see'), version: frozen }),
  z.strictObject({ do: z.literal('silence.break'), version: frozen, reason: words }),
  z.strictObject({ do: z.literal('silence.extend'), version: frozen, deadline: instant, reason: words }),
  z.strictObject({ do: z.literal('silence.cancel'), version: frozen, reason: words }),
  z.strictObject({
    do: z.literal('endorsement.open'),
    /** `hash` of the final version: the words that are put before the signatories. */
    hash: wording,
  }),
  z.strictObject({ do: z.literal('addendum.close') }),
  /** Lets everybody see the final text and its roll, or no longer. */
  z.strictObject({ do: z.literal('roll.publish'), publish: z.boolean() }),
  z.strictObject({ do: z.literal('text.endorse'), signed: Signed }),
  z.strictObject({ do: z.literal('endorsement.withdraw'), signed: Signed }),
  /** A paper that a signatory signed by hand; it counts when another of the secretariat has confirmed it. */
  z.strictObject({
    do: z.literal('paper.record'),
    does: z.enum(['endorse', 'withdraw']).default('endorse'),
    capacity: z.string().regex(CAPACITY_ID),
    hash: wording,
    name: line.min(1).max(200),
    title: line.min(1),
    remarks: Remarks.default([]),
    note: optionalWords.min(1),
  }),
  z.strictObject({ do: z.literal('paper.settle'), paper: z.string().regex(PAPER_ID), confirm: z.boolean() }),
])

export type Command = z.infer<typeof Command>
/** As a client writes it: fields that have a default may be left out. */
export type CommandInput = z.input<typeof Command>

/** Every command is a deed of the policy table, under the same name. */
export const deedOf = (command: Command): Deed => command.do

/** What the server answers once the act is on disk. */
export interface Performed {
  /** Number of the act, or null where nothing had to be done. */
  readonly act: number | null
  readonly draft?: string
  readonly amendment?: string
  readonly thread?: string
  readonly note?: string
  readonly paper?: string
  readonly version?: number
}
