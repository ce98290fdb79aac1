import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegisterIdentity } from '../../server/identity/identity.ts'
import { Register } from '../../server/identity/register.ts'
import { RegisterSigners } from '../../server/identity/signers.ts'
import type { VersionAnswer } from '../../shared/api.ts'
import type { Performed } from '../../shared/command.ts'
import { Authenticator } from './authenticator.ts'
import { must } from './chamber.ts'
import { Delegate } from './delegate.ts'
import type { RunningServer } from './server.ts'

export interface Minister {
  readonly state: string
  readonly delegate: Delegate
  readonly device: Authenticator
}

/** The desk makes the text final and puts it before the signatories. Null: it was refused. */
export async function opensText(desk: Delegate): Promise<Performed | null> {
  for (const to of ['consolidation', 'final'] as const) await desk.do({ do: 'stage.move', to })
  const final = await desk.reading<VersionAnswer>('versions/1')
  await desk.do({ do: 'signatories.list' })
  return desk.do({ do: 'endorsement.open', hash: final?.head.hash ?? '' })
}

/** Puts a minister of every invited State into the register of a server that is stopped, signed in and with a confirmed key. */
export async function seatMinisters(
  server: RunningServer,
  declaration: string,
): Promise<readonly Minister[]> {
  const path = join(server.data, 'register.json')
  let value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const store = {
    load: async () => value,
    save: async (next: unknown) => {
      value = next
    },
  }
  const register = await Register.open(store)
  const means = { register, random: randomBytes, now: () => new Date(), origin: server.origin }
  const [identity, signers] = [new RegisterIdentity(means), new RegisterSigners(means)]
  const ministers: Minister[] = []
  for (const state of invited()) {
    const person = {
      role: 'signatory',
      delegation: state,
      name: `Minister of ${state}`,
      title: 'Minister',
    } as const
    const { capacity, code } = await identity.accredit(person)
    const { cookie } = must(await identity.enter(code, undefined))
    const asking = must(identity.authenticate(`paraph_session=${cookie}`, capacity.id))
    const device = new Authenticator(server.origin)
    must(await signers.keep(asking, device.makes(must(await signers.creation(asking)))))
    must(await signers.settle(capacity.id, device.id, true, 'the secretariat'))
    const delegate = Delegate.with(server, declaration, `paraph_session=${cookie}`, capacity.id)
    ministers.push({ state, delegate, device })
  }
  writeFileSync(path, JSON.stringify(value))
  return ministers
}

const invited = (): string[] => {
  const states = JSON.parse(readFileSync('fixtures/states.json', 'utf8')) as {
    readonly alpha3: string
    readonly member2009: boolean
  }[]
  return states.filter(({ member2009 }) => member2009).map(({ alpha3 }) => alpha3)
}
