import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EndorsingAnswer, SigningState, VersionAnswer } from '../../shared/api.ts'
import { codeOf as codeToRead, type Instrument } from '../../shared/endorsement.ts'
import { refused, refusedCommand } from '../support/attack.ts'
import { Authenticator, type Lies } from '../support/authenticator.ts'
import { ORIGIN } from '../support/chamber.ts'
import { type Guest, House } from '../support/house.ts'
import { UNSIGNED } from '../support/instrument.ts'

const DECLARATION = '/api/declarations/declaration'

let house: House
let secretariat: Guest
let minister: Guest
let device: Authenticator

beforeEach(async () => {
  house = await House.open()
  secretariat = await house.signIn('SEC')
  minister = await house.signIn('FRA minister')
  device = await house.enrol(minister, secretariat)
})
afterEach(() => house.close())

async function endorsing(instead: Partial<Instrument> = {}, lies: Lies = {}, by = device) {
  const instrument = { ...(await house.instrument(minister, 'FRA')), ...instead }
  return { do: 'text.endorse', signed: by.signs(instrument, lies) }
}

describe('[E1] an endorsement', () => {
  test('is for the final text and for no other', async () => {
    await house.command(secretariat, { do: 'version.issue', symbol: 'A/CONF.2009/L.1/Rev.1' })
    expect(await refusedCommand(house, minister, { do: 'text.endorse', signed: UNSIGNED })).toBe(
      'policy/stage',
    )
    await house.opens(secretariat)
    const asked = await house.ask(minister, `${DECLARATION}/versions/1?as=${minister.as}`)
    const { head } = (await asked.json()) as VersionAnswer
    for (const text of [head.state, 'a'.repeat(64)])
      expect(await refusedCommand(house, minister, await endorsing({ text }))).toBe('endorsement/other-text')
    // Though it has the very same words, it is not what was put before the signatories.
    const old = { text: head.hash, version: 1, symbol: head.symbol }
    expect(await refusedCommand(house, minister, await endorsing(old))).toBe('endorsement/other-text')
    expect(await house.command(minister, await endorsing())).toBeTypeOf('object')
  })

  test('is made once for a State, even by two ministers at once', async () => {
    const other = await house.signIn('FRA minister')
    const otherDevice = await house.enrol(other, secretariat)
    await house.opens(secretariat)
    const others = { do: 'text.endorse', signed: otherDevice.signs(await house.instrument(other, 'FRA')) }
    const own = await endorsing()
    const answers = await Promise.all([house.command(minister, own), house.command(other, others)])
    expect(answers.map((it) => (typeof it === 'string' ? it : 'done')).sort()).toEqual([
      'done',
      'endorsement/already',
    ])
    for (const [who, command] of [
      [minister, own],
      [other, others],
    ] as const)
      expect(await refusedCommand(house, who, command)).toBe('endorsement/already')
  })

  test('is not made without the finger, the face or the PIN of the minister', async () => {
    await house.opens(secretariat)
    expect(await refusedCommand(house, minister, await endorsing({}, { isUnlocked: false }))).toBe(
      'signature/not-proved',
    )
  })

  test('is not made with the key of another State, nor with one that nobody has confirmed', async () => {
    const singapore = await house.signIn('SGP minister')
    const others = await house.enrol(singapore, secretariat)
    await house.opens(secretariat)
    const unknown = new Authenticator(ORIGIN)
    for (const by of [others, unknown]) {
      expect(await refusedCommand(house, minister, await endorsing({}, {}, by))).toBe(
        'endorsement/not-listed',
      )
      expect(await refusedCommand(house, minister, await endorsing({}, { id: device.id }, by))).toBe(
        'signature/not-proved',
      )
    }
    // Nor does Singapore's minister put France's signature, or France's name, on the roll.
    expect(await refusedCommand(house, singapore, await endorsing())).toBe('endorsement/not-yours')
  })

  test('that was recorded and is played again is not made again, though it was withdrawn', async () => {
    await house.opens(secretariat)
    const command = await endorsing()
    await house.command(minister, command)
    expect(await refusedCommand(house, minister, command)).toBe('endorsement/already')
    const answer = await house.ask(minister, `${DECLARATION}/endorsing?as=${minister.as}`)
    const { endorsement } = (await answer.json()) as EndorsingAnswer
    const back = await house.instrument(minister, 'FRA')
    const instrument = { ...back, type: 'paraph-withdrawal/1' as const, withdraws: endorsement?.act ?? 0 }
    const withdrawn = await house.command(minister, {
      do: 'endorsement.withdraw',
      signed: device.signs(instrument),
    })
    expect(withdrawn).toBeTypeOf('object')
    expect(await refusedCommand(house, minister, command)).toBe('endorsement/replayed')
  })

  test('is not made by what the device signed to come in, or to make a key', async () => {
    await house.opens(secretariat)
    const question = await (await house.post(null, '/api/session/passkey/options', {})).json()
    expect(
      await refusedCommand(house, minister, await endorsing({}, { challenge: question.challenge })),
    ).toBe('signature/not-proved')
    expect(await refusedCommand(house, minister, await endorsing({}, { type: 'webauthn.create' }))).toBe(
      'signature/not-proved',
    )
  })

  test('is not made after the record was closed', async () => {
    await house.opens(secretariat)
    const command = await endorsing()
    await house.command(secretariat, { do: 'stage.move', to: 'closed' })
    expect(await refusedCommand(house, minister, command)).toBe('endorsement/closed')
  })

  test('is made by a minister: not by a delegate, the secretariat, the chair or an observer', async () => {
    await house.opens(secretariat)
    const command = await endorsing()
    for (const who of ['FRA', 'SEC', 'CHR', 'OBS'])
      expect(await refusedCommand(house, await house.signIn(who), command)).toBe('policy/role')
  })

  test('is made by nobody whose capacity was revoked, or has ended', async () => {
    await house.opens(secretariat)
    const command = await endorsing()
    await house.identity.revoke(minister.as)
    expect(await refusedCommand(house, minister, command)).toBe('capacity/revoked')
    const late = await house.signIn('FRA minister', { until: '2009-10-12T10:00:00Z' })
    house.pass(2 * 60 * 60 * 1_000)
    expect(await refusedCommand(house, late, command)).toBe('capacity/expired')
  })

  test('says nothing in a second reading: more fields, other spaces or another form are refused', async () => {
    await house.opens(secretariat)
    const { signed } = await endorsing()
    const { instrument, assertion } = signed
    const forms = [
      { instrument: { ...instrument, form: 'x' }, assertion },
      { instrument, assertion: { ...assertion, key: 'x' } },
      { instrument: { ...instrument, text: instrument.text.toUpperCase() }, assertion },
      { instrument: { ...instrument, signatory: { name: ' x', title: 'x' } }, assertion },
      { instrument: { ...instrument, time: '2009-10-12T09:00:00+00:00' }, assertion },
    ]
    for (const form of forms)
      expect(await refusedCommand(house, minister, { do: 'text.endorse', signed: form })).toBe(
        'request/invalid',
      )
  })
})

describe('[E1] a key', () => {
  const options = async (guest: Guest) => (await house.post(guest, '/api/signing/options', {})).json()
  const made = async (guest: Guest, lies: Lies = {}) => {
    const { response } = new Authenticator(ORIGIN).makes(await options(guest), lies)
    return { response }
  }
  const keep = (guest: Guest, body: unknown) => refused(house, () => house.post(guest, '/api/signing', body))

  test('is made by signatories alone, each for the own capacity, and unlocked', async () => {
    const france = await house.signIn('FRA')
    expect(await refused(house, () => house.post(france, '/api/signing/options', {}))).toBe('policy/role')
    const other = await house.signIn('SGP minister')
    expect(await keep(other, await made(minister))).toBe('passkey/expired')
    expect(await keep(minister, await made(minister, { isUnlocked: false }))).toBe('passkey/not-proved')
    expect(await keep(minister, await made(minister, { origin: 'https://evil.example' }))).toBe(
      'passkey/not-proved',
    )
  })

  test('that signs in is none that endorses, and one that endorses signs nobody in', async () => {
    const question = await (await house.post(null, '/api/session/passkey/options', {})).json()
    expect(
      await refused(house, () => house.post(null, '/api/session/passkey', device.proves(question))),
    ).toBe('passkey/unknown')
    const both = new Authenticator(ORIGIN)
    const creation = await (await house.post(minister, '/api/passkeys/options', {})).json()
    await house.post(minister, '/api/passkeys', both.makes(creation))
    const { response } = both.makes(await options(minister))
    expect(await keep(minister, { response })).toBe('passkey/not-proved')
  })

  test('is confirmed by the secretariat alone, and counts for nothing before', async () => {
    const singapore = await house.signIn('SGP minister')
    const kept = await house.post(singapore, '/api/signing', await made(singapore))
    const { waiting } = (await kept.json()) as SigningState
    const settle = (guest: Guest, key = waiting?.id) =>
      refused(house, () => house.post(guest, `/api/people/${singapore.as}/signing`, { key, confirm: true }))
    for (const who of ['FRA', 'CHR', 'OBS', 'SGP minister'])
      expect(await settle(await house.signIn(who))).toBe('policy/role')
    expect(await settle(secretariat, device.id)).toBe('signature/none-waiting')
    expect(house.signers.signatories().find(({ state }) => state === 'SGP')?.key).toBeNull()
  })

  test('that somebody puts in the place of another has another code', async () => {
    const enrolment = {
      capacity: minister.as,
      credential: device.id,
      spki: device.spki,
      nonce: 'A'.repeat(22),
    }
    const code = codeToRead(enrolment)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/)
    const other = new Authenticator(ORIGIN)
    for (const change of [{ spki: other.spki }, { credential: other.id }, { nonce: 'B'.repeat(22) }])
      expect(codeToRead({ ...enrolment, ...change })).not.toBe(code)
  })

  test('of a capacity that is revoked is struck from the list', async () => {
    await house.opens(secretariat)
    await house.identity.revoke(minister.as)
    await house.command(secretariat, { do: 'signatories.list' })
    const record = await house.chamber.record()
    expect(record.signatories[minister.as]).toBeUndefined()
  })
})
