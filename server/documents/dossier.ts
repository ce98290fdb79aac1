import * as Y from 'yjs'
import type { Act } from '../../shared/act.ts'
import { type Amendment, type Effect, wordingInForce } from '../../shared/amendment.ts'
import type { Conference } from '../../shared/api.ts'
import type { Counted, DocumentQuery } from '../../shared/document.ts'
import { effectOf, type Ground } from '../../shared/effect.ts'
import type { AmendmentId, ById } from '../../shared/ids.ts'
import { freezeMoment, issuing, type Moment, Past } from '../../shared/moment.ts'
import type { Record, VersionHead } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { newTextDoc } from '../../shared/text.ts'
import { isWhole } from '../../shared/version.ts'
import type { Source } from './source.ts'

/** All that a document may show: the declaration at the moment that was asked for, and what led there. */
export interface Dossier {
  readonly conference: Conference
  readonly counted: Counted
  readonly origin: string
  readonly checkpoint: string
  readonly key: string
  /** The public acts up to the moment, oldest first. */
  readonly acts: readonly Act[]
  /** Every moment of the negotiation. */
  readonly past: Past
  /** The one that was asked for: when the version was frozen, or now. */
  readonly moment: Moment
  /** Of that moment. */
  readonly record: Record
  /** The version that was asked for; null for the text as it stands now. */
  readonly version: VersionHead | null
  /** What effects follow from: the text, and the engrossed wordings that were in force then. */
  ground(): Ground
  /** What each amendment that was pending then would have done to the text. */
  effects(): ById<Effect>
}

/** Refuses where there is no such version, or where its words are not what its hash says. */
export function dossierOf(source: Source, { version }: Pick<DocumentQuery, 'version'>): Dossier | Refusal {
  const text = newTextDoc()
  Y.applyUpdate(text, source.text)
  const past = new Past(source.acts, text)
  const act = version === null ? (source.acts.at(-1)?.act ?? -1) : issuing(source.acts, version)
  if (act === null) return refuse('version/unknown')
  const moment = past.at(act)
  const head = version === null ? null : (moment.record.versions[version] ?? null)
  if (head && !isWhole(freezeMoment(moment), head)) {
    return refuse('version/damaged', { symbol: head.symbol })
  }
  const { conference, counted, origin, checkpoint, key, engrossed } = source
  return {
    ...{ conference, counted, origin, checkpoint, key, past, moment, record: moment.record, version: head },
    acts: source.acts.filter((it) => it.act <= act),
    ground: () => groundAt(moment, engrossed),
    effects: () => effectsAt(moment, engrossed),
  }
}

function groundAt(moment: Moment, engrossed: Source['engrossed']): Ground {
  const { amendments } = moment.record
  const pen = (id: AmendmentId) => amendments[id] && wordingInForce(amendments[id]).pen
  return { text: moment, amendments, engrossed: (id) => engrossed.get(pen(id) ?? -1) }
}

function effectsAt(moment: Moment, engrossed: Source['engrossed']): ById<Effect> {
  const ground = groundAt(moment, engrossed)
  return Object.fromEntries(pendingIn(moment).map((it) => [it.id, effectOf(ground, it)]))
}

const pendingIn = ({ record }: Moment): Amendment[] =>
  Object.values(record.amendments).filter(({ state }) => state === 'pending')
