import type { Accreditation } from '../shared/api.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Identity } from './identity/contract.ts'

/** The sign-in links that a start prints: one a line, `role<TAB>name<TAB>URL`. */
export interface Link {
  readonly role: string
  readonly name: string
  readonly url: string
}

export const entryUrl = (origin: string, code: string): string => `${origin}/enter/${code}`

/** The code that a link carries. */
export const codeIn = ({ url }: Link): string => url.slice(url.lastIndexOf('/') + 1)

export const linkLines = (links: readonly Link[]): string =>
  links.map(({ role, name, url }) => `${role}\t${name}\t${url}\n`).join('')

/** Reads what `linkLines` wrote; skips anything else. */
export const parseLinks = (text: string): readonly Link[] =>
  text.split('\n').flatMap((line) => {
    const [role, name, url] = line.split('\t')
    return role && name && url ? [{ role, name, url }] : []
  })

/**
 * Outside the demonstration: the one link that lets the secretariat in, which then invites the others. Nothing
 * once it has come in, or while its link is out.
 */
export async function firstLink(identity: Identity, origin: string): Promise<readonly Link[]> {
  const desk = identity.people().filter(({ role }) => role === 'secretariat')
  if (desk.some(({ link }) => link === 'used' || link === 'unused')) return []
  const first = desk.find(({ revoked }) => revoked === null)
  const invited = first ? await identity.invite(first.id) : await identity.accredit(SECRETARIAT)
  if (invited === null || isRefusal(invited)) return []
  return [{ role: 'secretariat', name: 'Secretariat', url: entryUrl(origin, invited.code) }]
}

const SECRETARIAT: Accreditation = { role: 'secretariat', delegation: null, name: 'Secretariat', title: '' }
