import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Roll } from '../../shared/api.ts'
import type { Signed } from '../../shared/endorsement.ts'
import { Delegate } from '../support/delegate.ts'
import { type Minister, opensText, seatMinisters } from '../support/ministers.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const DECLARATION = 'high-level-declaration-fr'

/** Every State that was invited, at once, and a server that dies while they sign. */
describe('[E1] [J1] a hundred and ninety-two ministers who sign, twenty-five in a second', () => {
  let server: RunningServer
  let desk: Delegate
  let ministers: readonly Minister[]

  beforeAll(async () => {
    server = await startServer()
    await server.stop()
    ministers = await seatMinisters(server, DECLARATION)
    await server.restart()
    desk = await Delegate.signIn(server, 'Secretariat', DECLARATION)
    expect(await opensText(desk)).not.toBeNull()
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
