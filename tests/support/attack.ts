import { expect } from 'vitest'
import { newDeclarationDoc } from '../../shared/text.ts'
import { DECLARATION, must } from './chamber.ts'
import { Line as HonestLine } from './delegate.ts'
import { characterAt, forge, words } from './forgery.ts'
import { codeOf, type Guest, type House, type Line } from './house.ts'

/** How an attack on a house ends: refused by its code, and nothing changed. */

/** The code with which a request is refused; everything is as it was. */
export async function refused(house: House, ask: () => Promise<Response>): Promise<string> {
  const before = await house.state()
  const answer = await ask()
  const code = answer.ok ? `taken, ${answer.status}` : await codeOf(answer)
  expect(await house.state()).toEqual(before)
  return code
}

export const refusedCommand = (house: House, guest: Guest, command: unknown): Promise<string> =>
  refused(house, () => house.post(guest, `/api/declarations/${DECLARATION.id}/commands`, command))

/** How a socket ended; everything is as it was, and an honest client comes in and is in step. */
export async function repelled(
  house: House,
  attack: () => Promise<Line>,
): Promise<{ code: number; refused: string }> {
  const before = await house.state()
  const line = await attack()
  const end = await line.closed
  expect(await house.state()).toEqual(before)
  await expectHonest(house, await house.signIn('KEN'))
  return end
}

export async function expectHonest(house: House, { cookie, as }: Guest): Promise<void> {
  const honest = new HonestLine(house.port, DECLARATION.id, newDeclarationDoc(), cookie, as)
  expect(await honest.opened).toBe(true)
  honest.close()
}

/** A socket to the declaration's room, and what is sent over it at once. */
export async function enters(
  house: House,
  guest: Guest,
  ...frames: readonly (Uint8Array | string)[]
): Promise<Line> {
  const line = house.room(guest)
  await line.send(...frames)
  return line
}

/** An update of the first clause, with a pen. */
export async function typed(house: House, pen: number, clock = 0): Promise<Uint8Array> {
  const doc = must(await house.chamber.sitting.look((_, { text }) => text))
  const origin = characterAt(doc, 1, 3)
  return forge([
    { client: pen, clock, structs: [{ origin, right: characterAt(doc, 1, 4), content: words('x') }] },
  ])
}
