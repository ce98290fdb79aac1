import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Me } from '../../shared/api.ts'
import type { NewPasskey } from '../../shared/passkey.ts'
import { refused } from '../support/attack.ts'
import { Authenticator, type Lies } from '../support/authenticator.ts'
import { codeOf, type Guest, House } from '../support/house.ts'

const ORIGIN = 'https://paraph.example.org'

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

const creation = async (guest: Guest) => (await house.post(guest, '/api/passkeys/options', {})).json()
const question = async () => (await house.post(null, '/api/session/passkey/options', {})).json()

/** France's device, with a passkey. */
async function device(): Promise<Authenticator> {
  const made = new Authenticator(ORIGIN)
  const kept = await house.post(france, '/api/passkeys', made.makes(await creation(france)))
  if (!kept.ok) throw new Error(await codeOf(kept))
  return made
}

describe('with a passkey nobody comes in', () => {
  const lies: { readonly [what: string]: Lies } = {
    'that was used on a page of another site': { origin: 'https://paraph.example.org.evil.example' },
    'that was used on a page without the lock': { origin: 'http://paraph.example.org' },
    'that an unlocked laptop lent to whoever sat there': { isUnlocked: false },
    'whose device has counted less than before': { counter: 0 },
    "in somebody else's account": { user: 'c29tZWJvZHk' },
  }
  test.each(Object.entries(lies))('%s', async (_, lie) => {
    const laptop = await device()
    await house.post(null, '/api/session/passkey', laptop.proves(await question()))
    const proof = laptop.proves(await question(), lie)
    expect(await refused(house, () => house.post(null, '/api/session/passkey', proof))).toBe(
      'passkey/not-proved',
    )
  })

  test('that was recorded and is played again', async () => {
    const laptop = await device()
    const proof = laptop.proves(await question())
    expect((await house.post(null, '/api/session/passkey', proof)).status).toBe(200)
    expect(await refused(house, () => house.post(null, '/api/session/passkey', proof))).toBe(
      'passkey/expired',
    )
  })

  test('that nobody has kept', async () => {
    const proof = new Authenticator(ORIGIN).proves(await question(), { user: 'eA' })
    expect(await refused(house, () => house.post(null, '/api/session/passkey', proof))).toBe(
      'passkey/unknown',
    )
    for (const id of ['__proto__', 'constructor', 'A'.repeat(2_000), '../register'])
      expect(
        await refused(house, () => house.post(null, '/api/session/passkey', { ...proof, id, rawId: id })),
      ).toBe('request/invalid')
  })

  test('of a capacity that was revoked, nor adds it to a session that is open', async () => {
    const laptop = await device()
    await house.identity.revoke(france.as)
    const kenya = await house.signIn('KEN')
    const proof = laptop.proves(await question())
    expect(await refused(house, () => house.post(kenya, '/api/session/passkey', proof))).toBe(
      'passkey/unknown',
    )
    const { capacities }: Me = await (await house.ask(kenya, '/api/session')).json()
    expect(capacities.map(({ delegation }) => delegation)).toEqual(['KEN'])
  })
})

describe('no passkey is kept', () => {
  const keep = (guest: Guest | null, made: object) =>
    refused(house, () => house.post(guest, '/api/passkeys', made))
  const made = async (more: Partial<NewPasskey> = {}): Promise<NewPasskey> => ({
    ...new Authenticator(ORIGIN).makes(await creation(france)),
    ...more,
  })

  test('without a session, or for the session of somebody else', async () => {
    expect(await keep(null, await made())).toBe('session/none')
    expect(await keep(await house.signIn('BRA'), await made())).toBe('passkey/expired')
    expect(await keep({ ...france, as: (await house.signIn('BRA')).as }, await made())).toBe(
      'session/capacity-not-held',
    )
  })

  test('that says more of itself than it may', async () => {
    const smuggled = { capacities: ['x'], counter: 9, key: 'x', role: 'secretariat' }
    for (const [field, value] of Object.entries(smuggled))
      expect(await keep(france, { ...(await made()), [field]: value })).toBe('request/invalid')
  })

  test.each(['\u0000', '\u202e', '\n', ''])('under the name %j', async (name) => {
    expect(await keep(france, await made({ name: name && `Lap${name}top` }))).toBe('request/invalid')
  })

  test('and none is removed by somebody whose it is not', async () => {
    const laptop = await device()
    const brazil = await house.signIn('BRA')
    const remove = () => house.ask(brazil, `/api/passkeys/${laptop.id}?as=${brazil.as}`, { method: 'DELETE' })
    expect(await refused(house, remove)).toBe('passkey/unknown')
  })
})

test('nothing of a passkey stands in the log', async () => {
  const laptop = await device()
  const proof = laptop.proves(await question())
  await house.post(null, '/api/session/passkey', proof)
  for (const secret of [laptop.id, proof.response.signature, proof.response.clientDataJSON])
    expect(house.logged).not.toContain(secret)
})
