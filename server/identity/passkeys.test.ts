import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Accreditation } from '../../shared/api.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { Authenticator, type Lies } from '../../tests/support/authenticator.ts'
import type { Authenticated, Entered } from './contract.ts'
import { RegisterIdentity } from './identity.ts'
import { RegisterPasskeys } from './passkeys.ts'
import { Register } from './register.ts'

const ORIGIN = 'https://paraph.example.org'
const MINUTE = 60_000
const FRANCE: Accreditation = { role: 'delegate', delegation: 'FRA', name: 'Delegate of France', title: '' }

let time: number
let identity: RegisterIdentity
let passkeys: RegisterPasskeys
let saved: unknown
/** The browser of France's delegate. */
let france: Browser

beforeEach(async () => {
  time = Date.parse('2009-10-12T09:00:00.000Z')
  saved = null
  await start()
  france = await signIn(FRANCE)
})

async function start(): Promise<void> {
  const store = {
    load: async () => saved,
    save: async (value: unknown) => {
      saved = structuredClone(value)
    },
  }
  const means = {
    register: await Register.open(store),
    random: randomBytes,
    now: () => new Date(time),
  }
  identity = new RegisterIdentity(means)
  passkeys = new RegisterPasskeys({ ...means, identity, origin: ORIGIN })
}

interface Browser {
  readonly cookies: string
  readonly asking: Authenticated
}

const must = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}

function browser({ cookie }: Entered, as: string | null = null): Browser {
  const cookies = `paraph_session=${cookie}`
  return { cookies, asking: must(identity.authenticate(cookies, as)) }
}

async function signIn(person: Accreditation, cookies?: string): Promise<Browser> {
  const { code } = await identity.accredit(person)
  const entered = must(await identity.enter(code, cookies))
  return browser(entered, entered.me.added)
}

async function register(at: Browser, lies: Lies = {}): Promise<Authenticator> {
  const device = new Authenticator(ORIGIN)
  must(await passkeys.keep(at.asking, device.makes(must(await passkeys.creation(at.asking)), lies)))
  return device
}

const enter = async (device: Authenticator, lies: Lies = {}, cookies?: string): Promise<Entered | Refusal> =>
  passkeys.enter(device.proves(await passkeys.request(), lies), cookies)

describe('a passkey', () => {
  test('[P7] lets its person return, in another browser, without a new link', async () => {
    const device = await register(france)
    const { me } = must(await enter(device))
    expect(me).toEqual({ capacities: [france.asking.capacity], added: france.asking.capacity.id })
  })

  test('belongs to all capacities that the browser held, and to none that came later', async () => {
    const minister = await signIn({ ...FRANCE, role: 'signatory' }, france.cookies)
    const device = await register(minister)
    await signIn({ ...FRANCE, role: 'observer', delegation: null }, minister.cookies)
    const { me } = must(await enter(device))
    expect(me.capacities.map(({ role }) => role)).toEqual(['delegate', 'signatory'])
    expect(me.added).toBeUndefined()
  })

  test('adds its capacities to those of the browser, under a new cookie', async () => {
    const device = await register(france)
    const kenya = await signIn({ ...FRANCE, delegation: 'KEN' })
    const entered = must(await enter(device, {}, kenya.cookies))
    expect(entered.me.capacities.map(({ delegation }) => delegation)).toEqual(['KEN', 'FRA'])
    expect(identity.authenticate(kenya.cookies, null)).toEqual(refuse('session/none'))
  })

  test('outlives a restart; a question of before the restart does not', async () => {
    const device = await register(france)
    const before = await passkeys.request()
    await start()
    expect(await passkeys.enter(device.proves(before), undefined)).toEqual(refuse('passkey/expired'))
    expect(isRefusal(await enter(device))).toBe(false)
  })

  test('is listed with its name, for what, since when, and when it was used', async () => {
    const device = await register(france)
    time += MINUTE
    await enter(device)
    expect(passkeys.list(france.asking)).toEqual([
      {
        id: device.id,
        name: 'Laptop',
        capacities: [france.asking.capacity.id],
        made: '2009-10-12T09:00:00.000Z',
        used: '2009-10-12T09:01:00.000Z',
      },
    ])
    expect(passkeys.list((await signIn({ ...FRANCE, delegation: 'KEN' })).asking)).toEqual([])
  })

  test('that is removed opens nothing, and signs out the other browsers that it opened', async () => {
    const device = await register(france)
    const lost = browser(must(await enter(device)))
    expect(await passkeys.remove(france.asking, device.id)).toBe(true)
    expect(identity.authenticate(lost.cookies, null)).toEqual(refuse('session/none'))
    expect(isRefusal(identity.authenticate(france.cookies, null))).toBe(false)
    expect(await enter(device)).toEqual(refuse('passkey/unknown'))
  })

  test("is not removed by somebody else's hand", async () => {
    const device = await register(france)
    const kenya = await signIn({ ...FRANCE, delegation: 'KEN' })
    expect(await passkeys.remove(kenya.asking, device.id)).toBe(false)
    expect(isRefusal(await enter(device))).toBe(false)
  })

  test('ends with its capacity', async () => {
    const device = await register(france)
    await identity.revoke(france.asking.capacity.id)
    expect(await enter(device)).toEqual(refuse('passkey/unknown'))
    expect(JSON.stringify(saved)).not.toContain(device.id)
  })

  test('still opens the capacities that were not revoked', async () => {
    const minister = await signIn({ ...FRANCE, role: 'signatory' }, france.cookies)
    const device = await register(minister)
    await identity.revoke(france.asking.capacity.id)
    const { me } = must(await enter(device))
    expect(me.capacities.map(({ role }) => role)).toEqual(['signatory'])
  })

  test('of a capacity that has run out says so', async () => {
    const guest = await signIn({ ...FRANCE, until: '2009-10-12T10:00:00Z' })
    const device = await register(guest)
    time += 61 * MINUTE
    expect(await enter(device)).toEqual(refuse('capacity/expired'))
  })

  test('is one of ten at most', async () => {
    for (let n = 0; n < 10; n++) await register(france)
    await expect(register(france)).rejects.toThrow('passkey/too-many')
  })

  test('is asked for by its device only once for the same capacities', async () => {
    const device = await register(france)
    expect(must(await passkeys.creation(france.asking)).excludeCredentials).toMatchObject([{ id: device.id }])
  })

  test('is kept without anything that would open it', async () => {
    const device = await register(france)
    const { passkeys: kept } = saved as { passkeys: { [id: string]: object } }
    expect(Object.keys(kept[device.id] ?? {}).sort()).toEqual(
      ['capacities', 'counter', 'key', 'made', 'name', 'transports', 'used', 'user'].sort(),
    )
  })
})

describe('[P7] a proof is refused', () => {
  const lies: { readonly [what: string]: Lies } = {
    'that was made on a page of another site': { origin: 'https://paraph.example.com' },
    'that was made on a page without the lock': { origin: 'http://paraph.example.org' },
    'for another host': { host: 'example.com' },
    'of a device that has not recognized its person': { isUnlocked: false },
    'that was made to create a passkey': { type: 'webauthn.create' },
    'for another account': { user: 'b3RoZXI' },
    'of a device that has used it less often than before': { counter: 0 },
  }
  test.each(Object.entries(lies))('%s', async (_, lie) => {
    const device = await register(france)
    must(await enter(device))
    expect(await enter(device, lie)).toEqual(refuse('passkey/not-proved'))
  })

  test('under the name of a passkey that another device has', async () => {
    const [device, other] = [await register(france), await register(france)]
    expect(await enter(other, { id: device.id, user: device.user })).toEqual(refuse('passkey/not-proved'))
  })

  test('the second time', async () => {
    const device = await register(france)
    const proof = device.proves(await passkeys.request())
    must(await passkeys.enter(proof, undefined))
    expect(await passkeys.enter(proof, undefined)).toEqual(refuse('passkey/expired'))
  })

  test('the second time, even when both come at once', async () => {
    const device = await register(france)
    const proof = device.proves(await passkeys.request())
    const answers = await Promise.all([1, 2, 3].map(() => passkeys.enter(proof, undefined)))
    expect(answers.filter((it) => !isRefusal(it))).toHaveLength(1)
  })

  test('after five minutes', async () => {
    const device = await register(france)
    const proof = device.proves(await passkeys.request())
    time += 5 * MINUTE
    expect(await passkeys.enter(proof, undefined)).toEqual(refuse('passkey/expired'))
  })

  test.each(['', 'AAAA', 'A'.repeat(75), 'x'.repeat(3_000)])(
    'to the challenge %s, which nobody gave',
    async (challenge) => {
      const device = await register(france)
      expect(await enter(device, { challenge })).toEqual(refuse('passkey/expired'))
    },
  )

  test('to a challenge that was given to make a passkey', async () => {
    const device = await register(france)
    const { challenge } = must(await passkeys.creation(france.asking))
    expect(await enter(device, { challenge })).toEqual(refuse('passkey/expired'))
  })
})

describe('a passkey is not kept', () => {
  test('in another session than the one that asked to make it', async () => {
    const kenya = await signIn({ ...FRANCE, delegation: 'KEN' })
    const made = new Authenticator(ORIGIN).makes(must(await passkeys.creation(france.asking)))
    expect(await passkeys.keep(kenya.asking, made)).toEqual(refuse('passkey/expired'))
  })

  test('twice, nor under the id of one that is there', async () => {
    const device = new Authenticator(ORIGIN)
    const made = device.makes(must(await passkeys.creation(france.asking)))
    must(await passkeys.keep(france.asking, made))
    expect(isRefusal(await passkeys.keep(france.asking, made))).toBe(true)
    const again = device.makes(must(await passkeys.creation(france.asking)))
    expect(await passkeys.keep(france.asking, again)).toEqual(refuse('passkey/not-proved'))
  })

  test('after its capacity was revoked', async () => {
    const made = new Authenticator(ORIGIN).makes(must(await passkeys.creation(france.asking)))
    await identity.revoke(france.asking.capacity.id)
    expect(await passkeys.keep(france.asking, made)).toEqual(refuse('capacity/revoked'))
  })

  test.each<Lies>([
    { origin: 'https://elsewhere.example' },
    { host: 'elsewhere.example' },
    { isUnlocked: false },
    { type: 'webauthn.get' },
  ])('when the device says %o', async (lie) => {
    await expect(register(france, lie)).rejects.toThrow('passkey/not-proved')
  })
})
