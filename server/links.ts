import type { Accreditation, Person } from '../shared/api.ts'
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
  const hasCome = desk.some(({ link }) => link === 'used' || link === 'unused')
  return hasCome ? [] : [await freshLink(identity, origin)]
}

/** A link for the secretariat that has none: for the first of its people who is still accredited, or for a new one. */
export async function freshLink(identity: Identity, origin: string): Promise<Link> {
  const isOurs = ({ role, revoked, until }: Person) =>
    role === 'secretariat' && revoked === null && until === undefined
  const first = identity.people().find(isOurs)
  const invited = (first && (await identity.invite(first.id))) ?? (await identity.accredit(SECRETARIAT))
  if (isRefusal(invited)) throw new Error(`the secretariat can't be invited: ${invited.refused}`)
  return { role: 'secretariat', name: invited.capacity.name, url: entryUrl(origin, invited.code) }
}

const SECRETARIAT: Accreditation = { role: 'secretariat', delegation: null, name: 'Secretariat', title: '' }
