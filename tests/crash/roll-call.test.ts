import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { RegisterIdentity } from '../../server/identity/identity.ts'
import { Register } from '../../server/identity/register.ts'
import { RegisterSigners } from '../../server/identity/signers.ts'
import type { Roll, VersionAnswer } from '../../shared/api.ts'
import type { Signed } from '../../shared/endorsement.ts'
import { Authenticator } from '../support/authenticator.ts'
import { builtServer } from '../support/built-server.ts'
import { must } from '../support/chamber.ts'
import { Delegate } from '../support/delegate.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const DECLARATION = 'high-level-declaration-fr'

interface Minister {
  readonly state: string
  readonly delegate: Delegate
  readonly device: Authenticator
}

/** Every State that was invited, at once, and a server that dies while they sign. */
describe('[E1] [J1] a hundred and ninety-two ministers who sign, twenty-five in a second', () => {
  let server: RunningServer
  let desk: Delegate
  let ministers: readonly Minister[]

  beforeAll(async () => {
    server = await startServer({ program: [await builtServer()] })
    await server.stop()
    ministers = await seated(server)
    await server.restart()
    desk = await Delegate.signIn(server, 'Secretariat', DECLARATION)
    for (const to of ['consolidation', 'final'] as const) await desk.do({ do: 'stage.move', to })
    const final = await desk.reading<VersionAnswer>('versions/1')
    await desk.do({ do: 'signatories.list' })
    expect(await desk.do({ do: 'endorsement.open', hash: final?.head.hash ?? '' })).not.toBeNull()
  }, 120_000)

  test('are all on the roll, each once, though the server is killed in between', async () => {
    const began = performance.now()
    let answered = 0
    const all = Promise.all(
      ministers.map(async (minister, place) => {
        // A hall that signs: about twenty-five a second.
        await wait(place * 40)
        await endorses(minister)
        answered++
      }),
    )
    while (answered < ministers.length / 2) await wait(5)
    await server.kill()
    await server.restart()
    await all
    console.info(`roll call: ${ministers.length} in ${Math.round(performance.now() - began)} ms, one death`)
    const roll = await desk.reading<Roll>('roll')
    const states = (roll?.endorsements ?? []).map(({ state }) => state).sort()
    expect(states).toEqual(ministers.map(({ state }) => state).sort())
    expect(states).toHaveLength(192)
  })

  /** As the page does it: one signature, sent again until the server answers. */
  async function endorses({ state, delegate, device }: Minister): Promise<void> {
    let signed: Signed | null = null
    for (;;) {
      try {
        signed ??= await delegate.signs(device, state)
        if (!signed) throw new Error(`${state} is told nothing`)
        if (await delegate.do({ do: 'text.endorse', signed })) return
        // Refused: it stands there, and the answer got lost with the server.
        const roll = await delegate.reading<Roll>('roll')
        if (roll?.endorsements.some((it) => it.state === state)) return
        throw new Error(`the signature of ${state} is refused`)
      } catch (error) {
        // The server is away; whatever else it is, is not mended by asking again.
        if (!(error instanceof TypeError)) throw error
        await wait(50)
      }
    }
  }
})

/** Puts a minister of every invited State into the register of a server that is stopped, signed in and with a confirmed key. */
async function seated(server: RunningServer): Promise<Minister[]> {
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
    const delegate = Delegate.with(server, DECLARATION, `paraph_session=${cookie}`, capacity.id)
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
