import type { DeclarationSummary, Roll, VersionAnswer } from '../../shared/api.ts'
import { STAGES, type Stage } from '../../shared/stage.ts'
import type { Authenticator } from './authenticator.ts'
import type { Delegate } from './delegate.ts'

/** What somebody was told of a declaration that is short, and is made final and endorsed at once. */
interface Told {
  stage: Stage
  readonly states: string[]
}

/** A minister with a device whose key the secretariat has confirmed. */
export interface Signing {
  readonly minister: Delegate
  readonly device: Authenticator
}

/** The desk lays declarations and makes them final; ministers endorse them. Remembers each answer. */
export class Ceremony {
  private readonly desk: Delegate
  private readonly ministers: ReadonlyMap<string, Signing>
  private readonly told = new Map<string, Told>()
  private count = 0
  /** How many endorsements were answered. */
  endorsed = 0

  /** `ministers` by State. */
  constructor(desk: Delegate, ministers: ReadonlyMap<string, Signing>) {
    this.desk = desk
    this.ministers = ministers
  }

  /** How many declarations the server may have. */
  get laid(): number {
    return this.count
  }

  /** One declaration, from its first act to its last; rejects when the server goes. */
  async hold(): Promise<void> {
    const id = `ceremony-${++this.count}`
    if (!(await this.desk.ask<object>('declarations', declaration(id)))) return
    const told: Told = { stage: 'drafting', states: [] }
    this.told.set(id, told)
    const desk = this.desk.before(id)
    for (const to of ['consolidation', 'final'] as const) {
      if (await desk.do({ do: 'stage.move', to })) told.stage = to
    }
    // The text was frozen before consolidation too.
    const final = await desk.reading<VersionAnswer>('versions/2')
    const hash = final?.head.hash ?? ''
    await desk.do({ do: 'signatories.list' })
    await desk.do({ do: 'endorsement.open', hash })
    await Promise.all(
      [...this.ministers].map(async ([state, { minister, device }]) => {
        const before = minister.before(id)
        const signed = await before.signs(device, state)
        const done = signed && (await before.do({ do: 'text.endorse', signed }))
        if (done) told.states.push(state)
        if (done) this.endorsed++
      }),
    )
  }

  /** What was answered since this was last asked, and the present server does not have. */
  async missing(): Promise<string[]> {
    const kept = (await this.desk.ask<readonly DeclarationSummary[]>('declarations')) ?? []
    const missing: string[] = []
    for (const [id, { stage, states }] of this.told) {
      const found = kept.find((it) => it.id === id)
      if (!found) missing.push(`${id} was laid`)
      else if (STAGES.indexOf(found.stage) < STAGES.indexOf(stage)) missing.push(`${id} is ${stage}`)
      const roll = found ? await this.desk.before(id).reading<Roll>('roll') : null
      for (const state of states) {
        if (!roll?.endorsements.some((it) => it.state === state)) missing.push(`${state} endorsed ${id}`)
      }
    }
    this.told.clear()
    return missing
  }
}

const declaration = (id: string) => ({
  id,
  symbol: 'A/CONF.2009/L.2',
  language: 'en',
  title: 'Declaration',
  punctuation: { between: ';', beforeLast: '; and', last: '.' },
  clauses: ['Affirming the role of the police', 'Calling upon States to support it'],
})
