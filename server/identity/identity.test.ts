import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Accreditation } from '../../shared/api.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Authenticated, Entered } from './contract.ts'
import { RegisterIdentity } from './identity.ts'
import { Register, type Store } from './register.ts'

describe('a sign-in link', () => {
  test('signs in the person whom it was made for', async () => {
    const { identity, invite } = await desk()
    const { capacity, code } = await invite(FRANCE)
    const { me, cookie } = expectEntered(await identity.enter(code, undefined))
    expect(me).toEqual({ capacities: [capacity], added: capacity.id })
    expect(identity.authenticate(header(cookie), capacity.id)).toMatchObject({ capacity })
  })

  test('works once', async () => {
    const { identity, invite } = await desk()
    const { code } = await invite(FRANCE)
    const [first, second] = await Promise.all([
      identity.enter(code, undefined),
      identity.enter(code, undefined),
    ])
    expectEntered(first)
    expect(second).toEqual(refuse('code/used'))
  })

  test('is not used up by looking at it', async () => {
    const { identity, invite } = await desk()
    const { capacity, code } = await invite(FRANCE)
    expect(identity.holder(code)).toEqual(capacity)
    expect(identity.holder(code)).toEqual(capacity)
    expectEntered(await identity.enter(code, undefined))
    expect(identity.holder(code)).toEqual(refuse('code/used'))
  })

  test('ends after thirty days', async () => {
    const { identity, invite, clock } = await desk()
    const { code } = await invite(FRANCE)
    clock.pass(29 * DAY)
    expect(isRefusal(identity.holder(code))).toBe(false)
    clock.pass(DAY)
    expect(await identity.enter(code, undefined)).toEqual(refuse('code/expired'))
    expect(identity.people()[0]?.link).toBe('expired')
  })

  test('is replaced by a new one', async () => {
    const { identity, invite } = await desk()
    const { capacity, code } = await invite(FRANCE)
    const again = await identity.invite(capacity.id)
    expect(await identity.enter(code, undefined)).toEqual(refuse('code/unknown'))
    if (again === null || isRefusal(again)) throw new Error('no new link')
    expectEntered(await identity.enter(again.code, undefined))
  })

  test('is refused when it was never made', async () => {
    const { identity } = await desk()
    expect(await identity.enter('never-made', undefined)).toEqual(refuse('code/unknown'))
    expect(identity.holder('__proto__')).toEqual(refuse('code/unknown'))
  })

  test('and the session are kept as hashes only', async () => {
    const { identity, invite, store } = await desk()
    const { code } = await invite(FRANCE)
    const { cookie } = expectEntered(await identity.enter(code, undefined))
    expect(JSON.stringify(store.value)).not.toContain(code)
    expect(JSON.stringify(store.value)).not.toContain(cookie)
  })

  test('[J1] lets nobody in before the register is on disk', async () => {
    const { identity, invite, store } = await desk()
    const { code } = await invite(FRANCE)
    store.fails = true
    await expect(identity.enter(code, undefined)).rejects.toThrow('EIO')
    store.fails = false
    expectEntered(await identity.enter(code, undefined))
  })
})

describe('a session', () => {
  test('can hold several capacities, each asked for by name', async () => {
    const { identity, invite } = await desk()
    const delegate = await invite(FRANCE)
    const minister = await invite({ ...FRANCE, role: 'signatory', name: 'Minister of France' })
    const first = expectEntered(await identity.enter(delegate.code, undefined))
    const second = expectEntered(await identity.enter(minister.code, header(first.cookie)))
    expect(second.cookie).not.toBe(first.cookie)
    expect(second.me.capacities).toEqual([delegate.capacity, minister.capacity])
    for (const { capacity } of [delegate, minister]) {
      expect(identity.authenticate(header(second.cookie), capacity.id)).toMatchObject({ capacity })
    }
    expect(identity.authenticate(header(second.cookie), null)).toMatchObject({ capacity: delegate.capacity })
  })

  test('changes its cookie with each capacity, so that one that was planted never gains any', async () => {
    const { identity, invite } = await desk()
    const planted = expectEntered(await identity.enter((await invite(KENYA)).code, undefined))
    const { capacity, code } = await invite(FRANCE)
    const entered = expectEntered(await identity.enter(code, header(planted.cookie)))
    expect(identity.authenticate(header(planted.cookie), null)).toEqual(refuse('session/none'))
    expect(identity.authenticate(header(entered.cookie), capacity.id)).toMatchObject({ capacity })
  })

  test('keeps its name when its cookie changes, so that its sockets are found', async () => {
    const { identity, invite } = await desk()
    const first = expectEntered(await identity.enter((await invite(FRANCE)).code, undefined))
    const before = expectSignedIn(identity.authenticate(header(first.cookie), null))
    const second = expectEntered(await identity.enter((await invite(KENYA)).code, header(first.cookie)))
    expect(expectSignedIn(identity.authenticate(header(second.cookie), null)).session).toBe(before.session)
    const signedOut: string[] = []
    identity.onSignedOut((session) => void signedOut.push(session))
    await identity.leave(header(second.cookie))
    expect(signedOut).toEqual([before.session])
  })

  test('is seen from the others of the same person, and ended by them: one, or all', async () => {
    const { identity, invite } = await desk()
    const { capacity, code } = await invite(FRANCE)
    const here = expectEntered(await identity.enter(code, undefined)).cookie
    const elsewhere: string[] = []
    for (const _ of [1, 2, 3]) {
      const again = await identity.invite(capacity.id)
      if (again === null || isRefusal(again)) throw new Error('no new link')
      elsewhere.push(expectEntered(await identity.enter(again.code, undefined)).cookie)
    }
    const { cookie: stranger } = expectEntered(await identity.enter((await invite(KENYA)).code, undefined))
    const asking = expectSignedIn(identity.authenticate(header(here), capacity.id))
    const rows = identity.sessions(asking)
    expect(rows.map(({ here }) => here).sort()).toEqual([false, false, false, true])
    const other = rows.find((row) => !row.here)?.id ?? ''
    expect(await identity.endSessions(asking, other)).toBe(true)
    expect(await identity.endSessions(asking, 'no-such-session')).toBe(false)
    expect(await identity.endSessions(asking, 'all others')).toBe(true)
    for (const cookie of elsewhere)
      expect(identity.authenticate(header(cookie), null)).toEqual(refuse('session/none'))
    expect(identity.authenticate(header(here), capacity.id)).toMatchObject({ capacity })
    const them = expectSignedIn(identity.authenticate(header(stranger), null))
    expect(await identity.endSessions(asking, them.session)).toBe(false)
    expect(identity.authenticate(header(stranger), null)).toHaveProperty('capacity')
  })

  test('of the first release, which had no name, still opens', async () => {
    const { identity, invite, store } = await desk()
    const { cookie } = expectEntered(await identity.enter((await invite(FRANCE)).code, undefined))
    const value = store.value as { sessions: { [key: string]: { id?: string; seen?: string } } }
    for (const session of Object.values(value.sessions)) {
      delete session.id
      delete session.seen
    }
    const restarted = (await desk(store)).identity
    const { session, capacity } = expectSignedIn(restarted.authenticate(header(cookie), null))
    expect(restarted.mayStay({ session, capacity: capacity.id })).toBe(true)
  })

  test("never lends another person's capacity", async () => {
    const { identity, invite } = await desk()
    const { code } = await invite(FRANCE)
    const { capacity } = await invite({ ...FRANCE, delegation: 'KEN', name: 'Delegate of Kenya' })
    const { cookie } = expectEntered(await identity.enter(code, undefined))
    expect(identity.authenticate(header(cookie), capacity.id)).toEqual(refuse('session/capacity-not-held'))
  })

  test('is over when its person signs out', async () => {
    const { identity, invite } = await desk()
    const { code } = await invite(FRANCE)
    const { cookie } = expectEntered(await identity.enter(code, undefined))
    const signedOut: string[] = []
    identity.onSignedOut((session) => void signedOut.push(session))
    await identity.leave(header(cookie))
    expect(identity.authenticate(header(cookie), null)).toEqual(refuse('session/none'))
    expect(identity.me(header(cookie))).toEqual({ capacities: [] })
    expect(signedOut).toHaveLength(1)
  })

  test('is over after thirty days, and its cookie opens no other', async () => {
    const { identity, invite, clock } = await desk()
    const { cookie } = expectEntered(await identity.enter((await invite(FRANCE)).code, undefined))
    clock.pass(30 * DAY)
    expect(identity.authenticate(header(cookie), null)).toEqual(refuse('session/none'))
    const again = expectEntered(await identity.enter((await invite(FRANCE)).code, header(cookie)))
    expect(again.cookie).not.toBe(cookie)
  })

  test('outlives a restart of the server', async () => {
    const { identity, invite, store } = await desk()
    const { capacity, code } = await invite(FRANCE)
    const { cookie } = expectEntered(await identity.enter(code, undefined))
    const restarted = await desk(store)
    expect(restarted.identity.authenticate(header(cookie), null)).toMatchObject({ capacity })
  })

  test('is found among other cookies, and never by a broken one', async () => {
    const { identity, invite } = await desk()
    const { cookie } = expectEntered(await identity.enter((await invite(FRANCE)).code, undefined))
    expect(identity.authenticate(`a=b; ${header(cookie)}; c=d`, null)).toHaveProperty('capacity')
    expect(identity.authenticate(`${header(cookie)}x`, null)).toEqual(refuse('session/none'))
    expect(identity.authenticate(`x${header(cookie)}`, null)).toEqual(refuse('session/none'))
  })

  test('is not written to disk at each request', async () => {
    const { identity, invite, store, clock, register } = await desk()
    const { cookie } = expectEntered(await identity.enter((await invite(FRANCE)).code, undefined))
    const before = store.saves
    clock.pass(9 * MINUTE)
    for (let times = 0; times < 100; times++) identity.authenticate(header(cookie), null)
    clock.pass(MINUTE)
    for (let times = 0; times < 100; times++) identity.authenticate(header(cookie), null)
    await register.settled()
    expect(store.saves - before).toBe(1)
    expect(identity.people()[0]?.lastSeen).toBe(clock.now().toISOString())
  })
})

describe('a capacity that is revoked', () => {
  test('is lost at once by every session that holds it, and its sockets hear of it', async () => {
    const { identity, invite } = await desk()
    const { capacity, code } = await invite(FRANCE)
    const other = await invite({ ...FRANCE, name: 'Another delegate of France' })
    const first = expectEntered(await identity.enter(code, undefined))
    const { cookie } = expectEntered(await identity.enter(other.code, header(first.cookie)))
    const told: string[] = []
    identity.onRevoked((id) => void told.push(id))
    await identity.revoke(capacity.id)
    expect(told).toEqual([capacity.id])
    expect(identity.authenticate(header(cookie), capacity.id)).toEqual(refuse('capacity/revoked'))
    expect(identity.me(header(cookie)).capacities).toEqual([other.capacity])
  })

  test('[P7] can no longer be entered or invited', async () => {
    const { identity, invite } = await desk()
    const { capacity, code } = await invite(FRANCE)
    await identity.revoke(capacity.id)
    expect(await identity.enter(code, undefined)).toEqual(refuse('capacity/revoked'))
    expect(await identity.invite(capacity.id)).toEqual(refuse('capacity/revoked'))
  })
})

describe('a capacity for a time', () => {
  const BEGINS = '2009-10-12T10:00:00Z'
  const ENDS = '2009-10-12T12:00:00.000Z'

  test('is refused before it begins, and its link is not used up', async () => {
    const { identity, invite, clock } = await desk()
    const { code } = await invite({ ...FRANCE, from: BEGINS, until: ENDS })
    expect(await identity.enter(code, undefined)).toEqual(refuse('capacity/not-yet'))
    clock.pass(60 * MINUTE)
    expectEntered(await identity.enter(code, undefined))
  })

  test('is refused when it has ended, and no socket may stay', async () => {
    const { identity, invite, clock } = await desk()
    const { code } = await invite({ ...FRANCE, until: ENDS })
    const { cookie } = expectEntered(await identity.enter(code, undefined))
    const { session, capacity } = expectSignedIn(identity.authenticate(header(cookie), null))
    expect(identity.mayStay({ session, capacity: capacity.id })).toBe(true)
    clock.pass(180 * MINUTE)
    expect(identity.mayStay({ session, capacity: capacity.id })).toBe(false)
    expect(identity.authenticate(header(cookie), capacity.id)).toEqual(refuse('capacity/expired'))
    expect(identity.me(header(cookie)).capacities).toEqual([])
  })

  test('says who gave it', async () => {
    const { identity, invite } = await desk()
    const { capacity } = await invite({ ...FRANCE, role: 'secretariat', delegation: null })
    await identity.accredit(KENYA, capacity.id)
    expect(identity.people().map(({ accreditedBy }) => accreditedBy)).toEqual([undefined, capacity.id])
  })
})

describe('the register of people', () => {
  test('says whose link is still out', async () => {
    const { identity, invite } = await desk()
    const { code } = await invite(FRANCE)
    await invite({ ...FRANCE, name: 'Another delegate of France' })
    await identity.enter(code, undefined)
    expect(identity.people().map(({ name, link }) => [name, link])).toEqual([
      ['Delegate of France', 'used'],
      ['Another delegate of France', 'unused'],
    ])
  })

  test('that is damaged is never taken for an empty one', async () => {
    await expect(Register.open(new Memory({ format: 'something else' }))).rejects.toThrow('damaged')
  })
})

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE
const FRANCE: Accreditation = { role: 'delegate', delegation: 'FRA', name: 'Delegate of France', title: '' }
const KENYA: Accreditation = { ...FRANCE, delegation: 'KEN', name: 'Delegate of Kenya' }

async function desk(store = new Memory(null)) {
  const clock = new Clock()
  const register = await Register.open(store)
  const identity = new RegisterIdentity({ register, random: randomBytes, now: () => clock.now() })
  const invite = (person: Accreditation) => identity.accredit(person)
  return { identity, invite, store, clock, register }
}

const header = (cookie: string) => `paraph_session=${cookie}`

function expectEntered(entered: Entered | ReturnType<typeof refuse>): Entered {
  if (isRefusal(entered)) throw new Error(`refused: ${entered.refused}`)
  return entered
}

function expectSignedIn(answer: Authenticated | ReturnType<typeof refuse>): Authenticated {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`)
  return answer
}

class Clock {
  #now = Date.parse('2009-10-12T09:00:00.000Z')
  now = () => new Date(this.#now)
  pass(milliseconds: number): void {
    this.#now += milliseconds
  }
}

class Memory implements Store {
  value: unknown
  saves = 0
  fails = false

  constructor(value: unknown) {
    this.value = value
  }

  load = () => Promise.resolve(this.value)

  async save(value: unknown): Promise<void> {
    if (this.fails) throw new Error('EIO')
    this.saves++
    this.value = JSON.parse(JSON.stringify(value))
  }
}
