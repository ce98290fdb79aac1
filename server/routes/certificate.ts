import type { Certificate } from '../../shared/certificate.ts'
import { inOrder, nameIn } from '../../shared/delegation.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import { accreditedIn, invitedTo } from '../counted.ts'
import { certificatePage } from '../documents/certificate.ts'
import type { Certified } from '../sitting/ledger.ts'
import type { Around } from './around.ts'
import { Publications } from './publication.ts'
import { reading } from './reading.ts'
import { operation, type Reply, type Resource } from './resource.ts'
import { As } from './who.ts'

export const certificate = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/certificate',
  operations: {
    get: operation({
      says: 'The final text with its roll and what proves both, as one page that needs no server ever after.',
      answers: 'Certificate',
      query: As,
      async handle(asked) {
        const found = await reading(around, asked, (it) => it.ledger((ledger) => ledger.certificate()))
        if (isRefusal(found)) return found
        asked.response.attachment(`${found.declaration}.certificate.html`)
        return pageOf(around, certificateOf(around, found))
      },
    }),
  },
})

/** Whoever looks may keep it for so many seconds: a public that reloads costs the meeting little. */
const KEEP = 5

/** What the secretariat has published, and nothing else. */
export const publicRoll = (publications: Publications): Resource => ({
  path: '/api/public/:declaration',
  operations: {
    get: operation({
      says: 'The final text, its roll and what proves both, for everybody, once the secretariat has published them.',
      answers: 'Certificate',
      async handle({ param, request, response }) {
        const found = await publications.of(param('declaration'))
        if (isRefusal(found)) return found
        const { json, brotli, tag } = found
        response
          .set({ 'Cache-Control': `public, max-age=${KEEP}`, ETag: `W/"${tag}"` })
          .vary('Accept-Encoding')
        if (!request.acceptsEncodings('br')) return { bytes: json, type: 'application/json' }
        response.set('Content-Encoding', 'br')
        return { bytes: brotli, type: 'application/json' }
      },
    }),
  },
})

export const publicCertificate = (around: Around, publications: Publications): Resource => ({
  path: '/api/public/:declaration/certificate',
  operations: {
    get: operation({
      says: 'The certificate of what the secretariat has published, for everybody.',
      answers: 'Certificate',
      async handle({ param, response }) {
        const found = await publications.of(param('declaration'))
        if (isRefusal(found)) return found
        response.set('Cache-Control', `public, max-age=${KEEP}`)
        response.attachment(`${found.certificate.declaration}.certificate.html`)
        return pageOf(around, found.certificate)
      },
    }),
  },
})

export const publicationsOf = (around: Around): Publications =>
  new Publications({
    sittings: around.sittings,
    accredited: () => accreditedIn(around).length,
    certificate: (found) => certificateOf(around, found),
  })

async function pageOf(around: Around, certificate: Certificate): Promise<Reply> {
  const parts = await around.certificateParts()
  if (!parts) return refuse('server/fault', { why: 'the client is not built' })
  return { text: certificatePage(certificate, parts, around.seal.note), type: 'text/html' }
}

function certificateOf(around: Around, { head, endorsing, isPublic: _, ...facts }: Certified): Certificate {
  const { names, place, date, delegations } = around.conference
  const here = new Set(endorsing)
  const states = delegations.filter(({ code }) => here.has(code))
  const roll = (language: string) =>
    inOrder(states, language).map((it) => [it.code, nameIn(it, language, it.code)] as const)
  return {
    format: 'paraph-certificate/1',
    ...facts,
    meeting: { names, place, date },
    invited: invitedTo(around.conference),
    accredited: accreditedIn(around).length,
    ...around.seal.seal(facts.declaration, head),
    rolls: { en: roll('en'), fr: roll('fr') },
  }
}
