import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { certificatePage, type Parts } from '../../server/documents/certificate.ts'
import { newSealKey, Seal } from '../../server/seal.ts'
import type { Certificate, NamedState } from '../../shared/certificate.ts'
import { Authenticator } from './authenticator.ts'
import { Chamber, must, ORIGIN } from './chamber.ts'
import { inEnglish } from './language.ts'

/**
 * Certificates as an honest server makes them, of a declaration that was laid in English too, and that ministers endorsed: with a dissociation, with a
 * reservation, on paper and late; one took it back.
 */
export class Certified {
  readonly seal = new Seal(newSealKey(), ORIGIN)
  readonly chamber: Chamber

  private constructor(chamber: Chamber) {
    this.chamber = chamber
  }

  static async open(): Promise<Certified> {
    const chamber = await Chamber.open()
    chamber.as('FRA minister').device = new Authenticator(ORIGIN, 'rsa')
    await chamber.as('FRA').do({ do: 'comment.make', on: { clause: 'c1' }, words: 'Said in the room only.' })
    await chamber.as('SEC').do(inEnglish(await chamber.makesFinal()))
    const hash = await chamber.opens('SGP minister', 'FRA minister', 'BRA minister', 'KEN minister')
    const reservation = { kind: 'reservation' as const, words: 'We reserve our position on clause 2.' }
    const dissociation = { kind: 'dissociation' as const, clauses: ['1', '3'], words: 'They go too far.' }
    must(await chamber.as('SGP minister').endorses({ remarks: [dissociation] }))
    must(await chamber.as('KEN minister').endorses())
    must(await chamber.as('FRA minister').endorses({ remarks: [reservation] }))
    must(await chamber.as('KEN minister').withdraws())
    const desk = chamber.as('SEC')
    await desk.do({ do: 'stage.move', to: 'closed' })
    await desk.do({ do: 'endorsement.open', hash })
    const { capacity } = chamber.as('BRA minister').actor
    const paper = { capacity, hash, name: 'The Minister', title: 'Minister', note: 'In the safe.' }
    await desk.do({ do: 'paper.record', ...paper })
    await chamber.as('SEC second').do({ do: 'paper.settle', paper: 'p1', confirm: true })
    return new Certified(chamber)
  }

  async certificate(): Promise<Certificate> {
    const found = must(await this.chamber.sitting.ledger((ledger) => ledger.certificate()))
    const { head, endorsing: _, isPublic: __, ...facts } = found
    return {
      format: 'paraph-certificate/1',
      ...facts,
      meeting: { names: { en: 'Meeting', fr: 'Réunion' }, place: 'Singapore', date: '2009-10-12' },
      invited: 192,
      accredited: 4,
      ...this.seal.seal(facts.declaration, head),
      rolls: ROLLS,
    }
  }

  page = (certificate: Certificate, parts: Parts = NO_PARTS): string =>
    certificatePage(certificate, parts, this.seal.note)
}

const NO_PARTS: Parts = { script: '', style: '' }

const ROLLS: { readonly [language: string]: readonly NamedState[] } = {
  en: [
    ['BRA', 'Brazil'],
    ['FRA', 'France'],
    ['SGP', 'Singapore'],
  ],
  fr: [
    ['BRA', 'Brésil'],
    ['FRA', 'France'],
    ['SGP', 'Singapour'],
  ],
}

/** As the build made them. */
export const builtParts = (): Parts => {
  const read = (name: string) =>
    readFileSync(join(resolve(import.meta.dirname, '../../dist/client'), name), 'utf8')
  return { script: read('certificate.js'), style: read('certificate.css') }
}
