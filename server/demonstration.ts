import { z } from 'zod'
import { type Accreditation, type Capacity, GroupBody, NewDeclaration } from '../shared/api.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf } from './identity/actor.ts'
import type { Identity } from './identity/contract.ts'
import { codeIn, entryUrl, type Link } from './links.ts'
import type { Sittings } from './sitting/contract.ts'

export interface Stage {
  readonly identity: Identity
  readonly sittings: Sittings
  readonly origin: string
  /** The declarations to lay, as they stand in fixtures/. */
  readonly declarations: readonly unknown[]
  /** The groups that take part, as they stand in fixtures/. */
  readonly groups: readonly unknown[]
  /** The links of the last start. */
  readonly kept: readonly Link[]
}

/**
 * Sets the stage: the seats are taken, the declarations lie before the meeting. May be done again at each start:
 * what is there stays, and a link that was used is replaced, so that a newcomer can always come in.
 */
export async function setDemonstration(stage: Stage): Promise<readonly Link[]> {
  await makeGroups(stage)
  const links: Link[] = []
  for (const seat of SEATS) {
    const link = await linkFor(seat, stage)
    if (link) links.push(link)
  }
  await layAll(stage)
  return links
}

interface Seat {
  /** As the link names it. */
  readonly name: string
  readonly person: Accreditation
}

const SEATS: readonly Seat[] = [
  seat('secretariat', 'Secretariat', null, 'Secretariat'),
  seat('chair', 'Chair', null, 'Chair'),
  seat('delegate', 'France', 'FRA', 'Delegate of France'),
  seat('delegate', 'Brésil', 'BRA', 'Delegate of Brazil'),
  seat('delegate', 'Kenya', 'KEN', 'Delegate of Kenya'),
  seat('delegate', 'Singapour', 'SGP', 'Delegate of Singapore'),
  seat('delegate', 'Union européenne', 'EU', 'Delegate of the European Union'),
  seat('signatory', 'Minister of Singapore', 'SGP', 'Minister of Singapore', 'Minister'),
  seat('signatory', 'Minister of France', 'FRA', 'Minister of France', 'Minister'),
  seat('observer', 'Observer', null, 'Observer'),
]

function seat(
  role: Accreditation['role'],
  name: string,
  delegation: string | null,
  person: string,
  title = '',
): Seat {
  return { name, person: { role, delegation, name: person, title } }
}

/** Null where the secretariat has revoked the seat. */
async function linkFor({ name, person }: Seat, { identity, origin, kept }: Stage): Promise<Link | null> {
  const { role } = person
  const link = kept.find((it) => it.role === role && it.name === name)
  if (link && !isRefusal(identity.holder(codeIn(link)))) {
    return { role, name, url: entryUrl(origin, codeIn(link)) }
  }
  const capacity = holderOf(person, identity)
  const invited = capacity ? await identity.invite(capacity.id) : await identity.accredit(person)
  return invited === null || isRefusal(invited) ? null : { role, name, url: entryUrl(origin, invited.code) }
}

const holderOf = (person: Accreditation, identity: Identity): Capacity | undefined =>
  identity.people().find((it) => it.role === person.role && it.name === person.name)

/** Those that the secretariat has changed stay as they are. */
async function makeGroups({ identity, groups }: Stage): Promise<void> {
  const made = new Set(identity.groups().map(({ code }) => code))
  for (const group of groups.map((it) => FixtureGroup.parse(it))) {
    if (!made.has(group.code)) await identity.putGroup(group)
  }
}

const FixtureGroup = z.object({ ...GroupBody.shape, alpha2: z.string().nullable() })

async function layAll({ identity, sittings, declarations }: Stage): Promise<void> {
  const secretariat = identity.people().find(({ role }) => role === 'secretariat')
  if (!secretariat) throw new Error('a demonstration has a secretariat')
  const laid = new Set((await sittings.summaries()).map(({ id }) => id))
  for (const declaration of declarations.map((it) => FixtureDeclaration.parse(it))) {
    if (laid.has(declaration.id)) continue
    const answer = await sittings.lay(declaration, actorOf(secretariat))
    if (isRefusal(answer)) throw new Error(`${declaration.id} can't be laid: ${answer.refused}`)
  }
}

/** A fixture says more than is laid, such as where its words come from. */
const FixtureDeclaration = z.object(NewDeclaration.shape)
