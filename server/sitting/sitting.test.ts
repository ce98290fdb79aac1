import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { sponsorsOf, wordingInForce } from '../../shared/amendment.ts'
import { wordingHash } from '../../shared/engross.ts'
import { Sight } from '../../shared/items.ts'
import { readMirror } from '../../shared/mirror.ts'
import { namesOf, redline } from '../../shared/provenance.ts'
import { recordRoot } from '../../shared/text.ts'
import { parseState, sightOf, versionHash } from '../../shared/version.ts'
import { Chamber, must } from '../../tests/support/chamber.ts'
import { moves } from '../../tests/support/negotiation.ts'
import { holdsInTurn } from '../../tests/support/property.ts'

describe('the life of an amendment', () => {
  test('what a delegation types is its proposal: the text does not move until it is accepted', async () => {
    const chamber = await Chamber.open()
    const id = await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
    expect(id).toBe('FRA-1')
    expect((await chamber.words())[1]).toBe('Soulignant la menace que peuvent constituer les pays')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: id, decision: 'accept' })
    expect((await chamber.words())[1]).toBe('Soulignant le danger que peuvent constituer les pays')
  })

  test('[A2] rejecting and withdrawing leave the bytes of the text as they were, whatever came before', async () => {
    await holdsInTurn('bytes', [moves(8)], async (steps) => {
      const chamber = await Chamber.open()
      const tabled = await negotiate(chamber, steps)
      const last = await chamber.as('FRA').proposes('c2', '', ' et la paix')
      const before = await chamber.bytes()
      for (const amendment of [...tabled, last]) {
        const sponsor = chamber.as(amendment.slice(0, 3))
        if (amendment.length % 2) await sponsor.try({ do: 'amendment.withdraw', amendment })
        await chamber.as('SEC').try({ do: 'amendment.decide', amendment, decision: 'reject' })
      }
      expect(await chamber.bytes()).toEqual(before)
      const states = Object.values((await chamber.record()).amendments).map(({ state }) => state)
      expect(states).not.toContain('pending')
    })
  })

  test('[A2] rejecting and withdrawing leave the bytes of the text as they were', async () => {
    const chamber = await Chamber.open()
    const [a, b] = [
      await chamber.as('FRA').proposes('c2', 'menace', 'crainte'),
      await chamber.as('BRA').proposes('c1', 'central', 'essentiel'),
    ]
    const before = await chamber.bytes()
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: a, decision: 'reject', note: 'no' })
    await chamber.as('BRA').do({ do: 'amendment.withdraw', amendment: b })
    expect(await chamber.bytes()).toEqual(before)
    const { amendments } = await chamber.record()
    expect([amendments[a]?.state, amendments[b]?.state]).toEqual(['rejected', 'withdrawn'])
  })

  test('[A4] a name is put to one wording; a new revision drops it until it is confirmed again', async () => {
    const chamber = await Chamber.open()
    const [france, kenya] = [chamber.as('FRA'), chamber.as('KEN')]
    const amendment = await france.proposes('c2', 'la menace', 'le danger')
    const first = wordingInForce((await chamber.record()).amendments[amendment] ?? fail()).wording
    await kenya.do({ do: 'amendment.cosponsor', amendment, wording: first, confirm: true })
    expect(sponsorsOf((await chamber.record()).amendments[amendment] ?? fail())).toEqual(['FRA', 'KEN'])

    await revise(chamber, amendment, ' vulnérables')
    expect(sponsorsOf((await chamber.record()).amendments[amendment] ?? fail())).toEqual(['FRA'])
    const late = await kenya.try({ do: 'amendment.cosponsor', amendment, wording: first, confirm: true })
    expect(late).toMatchObject({ refused: 'amendment/other-wording' })
  })

  test('[A4] whatever is revised and co-sponsored, names stand only on the exact words that they were put to', async () => {
    await holdsInTurn('names on words', [moves(10)], async (steps) => {
      const chamber = await Chamber.open()
      const amendment = await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
      const confirmed = new Map<string, string>()
      for (const [kind, a] of steps) {
        const { wording } = wordingInForce((await chamber.record()).amendments[amendment] ?? fail())
        const who = ['BRA', 'KEN', 'SGP'][a % 3] ?? 'BRA'
        if (kind % 3 === 0) await revise(chamber, amendment, ` ${kind}`)
        else {
          const confirm = kind % 3 === 1
          await chamber.as(who).do({ do: 'amendment.cosponsor', amendment, wording, confirm })
          if (confirm) confirmed.set(who, wording)
          else confirmed.delete(who)
        }
      }
      const now = (await chamber.record()).amendments[amendment] ?? fail()
      const { wording } = wordingInForce(now)
      const names = [...confirmed].filter(([, words]) => words === wording).map(([who]) => who)
      expect(sponsorsOf(now)).toEqual(['FRA', ...names.sort()])
    })
  })

  test('a rival is overtaken when the other is accepted, and can then not be accepted too', async () => {
    const chamber = await Chamber.open()
    const france = await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
    const brazil = await chamber.as('BRA').proposes('c2', 'menace', 'crainte')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: france, decision: 'accept' })
    const view = must(await chamber.sitting.look((_, { hall }) => readMirror(recordRoot(hall))))
    expect(view?.effects[brazil]?.standing).toBe('overtaken')
    const second = await chamber
      .as('SEC')
      .try({ do: 'amendment.decide', amendment: brazil, decision: 'accept' })
    expect(second).toMatchObject({ refused: 'amendment/overtaken' })
  })

  test('a new clause is labelled bis and keeps its label', async () => {
    const chamber = await Chamber.open()
    await chamber.as('FRA').addClause('c2', 'cnew', 'Notant que')
    const id = await chamber.as('FRA').table()
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: id, decision: 'accept' })
    const text = must(await chamber.sitting.text({ view: 'clean', with: [], version: null }))
    expect(text.blocks.map(({ label }) => label)).toEqual(['', '1', '2', '2 bis', '3'])
    expect((await chamber.record()).clauses[text.blocks[3]?.id ?? '']?.label).toBe('2 bis')
  })

  test('what the secretariat consolidated enters at a stroke, with its own name behind every word', async () => {
    const chamber = await Chamber.open()
    await chamber.as('SEC').type('c1', 'central', 'primordial')
    const { id } = await chamber.as('SEC').draft()
    const { amendment } = await chamber
      .as('SEC')
      .do({ do: 'consolidation.adopt', draft: id, note: 'editorial' })
    const text = must(await chamber.sitting.text({ view: 'clean', with: [], version: null }))
    expect(text.blocks[1]?.spans.find((span) => span.text === 'primordial')?.amendment).toBe(amendment)
  })
})

describe('as amended', () => {
  test('[A3] the preview of several is what accepting them gives, to the hash', async () => {
    const chamber = await Chamber.open()
    const all = [
      await chamber.as('FRA').proposes('c2', 'la menace', 'le danger'),
      await chamber.as('BRA').proposes('c1', 'central', 'essentiel'),
    ]
    const preview = must(await chamber.sitting.text({ view: 'amended', with: all, version: null }))
    for (const amendment of [...all].reverse()) {
      await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
    }
    const after = must(await chamber.sitting.text({ view: 'clean', with: [], version: null }))
    expect(after.hash).toBe(preview.hash)
  })
})

describe('the account of every word', () => {
  test('[A5] no proposed word is lost and none is without a name, whatever is tabled and decided', async () => {
    await holdsInTurn('names', [moves(14)], async (steps) => {
      const chamber = await Chamber.open()
      const tabled = await negotiate(chamber, steps)
      const record = await chamber.record()
      expect(Object.keys(record.amendments).sort()).toEqual([...tabled].sort())
      const spans = must(
        await chamber.sitting.look((_, state) => {
          const laid = sightOf(parseState(state.versions.get(0)?.state ?? ''))
          return redline(state.text, laid, Sight.of(state.text), namesOf(record)).flatMap(
            (block) => block.spans,
          )
        }),
      )
      for (const { op, amendment } of spans) if (op !== 'kept') expect(amendment).not.toBeNull()
      for (const { op, amendment } of spans) if (op === 'kept') expect(amendment).toBeNull()
      // Each tabled amendment still says its exact words, and if it was accepted the text has them by its name.
      for (const it of Object.values(record.amendments)) {
        const { edits, wording } = wordingInForce(it)
        expect(wordingHash(edits)).toBe(wording)
        const words = edits.hunks.map(({ insert }) => insert).join('')
        const brought = spans
          .filter(({ amendment }) => amendment === it.id)
          .map(({ text }) => text)
          .join('')
        expect(brought).toBe(it.state === 'accepted' ? words : '')
      }
    })
  })
})

/** Delegations type, table and withdraw; the secretariat decides. Gives the amendments that were tabled. */
async function negotiate(chamber: Chamber, steps: readonly (readonly number[])[]): Promise<string[]> {
  const tabled: string[] = []
  for (const [kind = 0, a = 0, b = 0] of steps) {
    const voice = chamber.as(['FRA', 'BRA', 'KEN'][a % 3] ?? 'FRA')
    const pick = tabled[b % (tabled.length || 1)] ?? 'FRA-9'
    if (kind % 6 < 2) await voice.type(`c${(b % 3) + 1}`, '', ` mot${kind}`)
    else if (kind % 6 === 2) {
      const { id } = await voice.draft()
      const answer = await voice.try({ do: 'amendment.table', draft: id, reason: '' })
      if ('amendment' in answer && answer.amendment) tabled.push(answer.amendment)
    } else if (kind % 6 === 3) await voice.try({ do: 'amendment.withdraw', amendment: pick })
    else {
      const decision = kind % 6 === 4 ? 'accept' : 'reject'
      await chamber.as('SEC').try({ do: 'amendment.decide', amendment: pick, decision })
    }
  }
  return tabled
}

describe('versions', () => {
  test('[V1] the words and the state of a version have the hashes that its head says', async () => {
    const chamber = await Chamber.open()
    await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    await chamber.as('SEC').do({ do: 'version.issue', symbol: 'A/CONF.2009/L.1/Rev.1', note: 'first round' })
    const { head, words, state } = must(await chamber.sitting.version(1))
    expect([versionHash(words), versionHash(state)]).toEqual([head.hash, head.state])
    expect(words).toContain('le danger')
  })

  test('a symbol names one version', async () => {
    const chamber = await Chamber.open()
    const again = await chamber.as('SEC').try({ do: 'version.issue', symbol: 'A/CONF.2009/L.1' })
    expect(again).toMatchObject({ refused: 'version/symbol-taken' })
  })
})

describe('stages', () => {
  test('the final symbol is the root without its L., and drafts end', async () => {
    const chamber = await Chamber.open()
    await chamber.as('FRA').type('c1', 'central', 'essentiel')
    await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
    await chamber.as('SEC').do({ do: 'stage.move', to: 'final' })
    const { versions, drafts } = await chamber.record()
    expect([versions.at(-1)?.symbol, versions.at(-1)?.final, drafts]).toEqual(['A/CONF.2009/1', true, {}])
  })

  test('[P5] a stage that forbids an act refuses it with a code', async () => {
    const chamber = await Chamber.open()
    for (const to of ['consolidation', 'final'] as const) await chamber.as('SEC').do({ do: 'stage.move', to })
    expect(await chamber.as('FRA').try({ do: 'draft.open' })).toEqual({
      refused: 'policy/stage',
      about: { stage: 'final' },
    })
    expect(await chamber.as('OBS').try({ do: 'draft.open' })).toMatchObject({ refused: 'policy/role' })
    expect(await chamber.as('SEC').try({ do: 'stage.move', to: 'drafting' })).toMatchObject({
      refused: 'stage/not-next',
    })
  })
})

describe('comments', () => {
  test('a thread is replied to, resolved, and must be reopened before it goes on', async () => {
    const chamber = await Chamber.open()
    const { thread = '' } = await chamber
      .as('BRA')
      .do({ do: 'comment.make', on: { clause: 'c2' }, words: 'Pourquoi ?' })
    await chamber.as('FRA').do({ do: 'comment.reply', thread, words: 'Parce que.' })
    await chamber.as('SEC').do({ do: 'thread.resolve', thread, resolved: true })
    const late = await chamber.as('FRA').try({ do: 'comment.reply', thread, words: 'Encore' })
    expect(late).toMatchObject({ refused: 'thread/resolved' })
    expect((await chamber.record()).threads[thread]?.comments).toHaveLength(2)
  })
})

describe('private drafts', () => {
  test('nobody but members learns that a private draft exists', async () => {
    const chamber = await Chamber.open()
    const draft = await chamber.as('FRA').type('c2', 'la menace', 'le danger')
    const seen = async () =>
      must(await chamber.sitting.look((_, { hall }) => [...recordRoot(hall).keys()].join()))
    expect(await seen()).toContain(draft)
    await chamber.as('FRA').do({ do: 'draft.share', draft, sharing: 'private', members: ['KEN'] })
    expect(await seen()).not.toContain(draft)
    expect(must(await chamber.sitting.acts()).map(({ kind }) => kind)).not.toContain('draft opened')
    expect(await chamber.as('BRA').sitting.givePen(draft, chamber.as('BRA').actor)).toMatchObject({
      refused: 'draft/unknown',
    })
    must(await chamber.sitting.givePen(draft, chamber.as('KEN').actor))
  })
})

/** France tables a new wording of its amendment. */
async function revise(chamber: Chamber, amendment: string, words: string): Promise<void> {
  const france = chamber.as('FRA')
  const { draft = '' } = await france.do({ do: 'draft.open', revises: amendment })
  const tab = await france.tab(draft)
  must(await france.write(draft, tab, () => appendWords(tab, words)))
  await france.do({ do: 'amendment.table', draft, reason: 'plus précis' })
}

function appendWords(doc: Y.Doc, words: string): void {
  const clause = doc.getXmlFragment('text').get(2)
  const text = clause instanceof Y.XmlElement ? clause.get(0) : null
  if (text instanceof Y.XmlText) text.insert(text.length, words)
}

function fail(): never {
  throw new Error('nothing there')
}
