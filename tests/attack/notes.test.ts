import { afterAll, beforeAll, expect, test } from 'vitest'
import { MESSAGE } from '../../shared/protocol.ts'
import { Chamber, must } from '../support/chamber.ts'
import { until } from '../support/ether.ts'
import { type Guest, House, type Line, step1 } from '../support/house.ts'

/** What a delegation notes for itself reaches nobody else: looked for in every byte that the others receive. */

const SECRET = 'we-can-live-with-danger-if-Kenya-can'
const REPLY = 'ask-Nairobi-first'
const AGAIN = 'Paris-says-no'

let house: House
const guests = new Map<string, Guest>()
const lines = new Map<string, Line>()

beforeAll(async () => {
  house = await House.open()
  for (const who of ['FRA', 'FRA minister', 'BRA', 'SEC', 'CHR', 'OBS', 'BRA minister']) {
    guests.set(who, await house.signIn(who))
    await enter(who)
  }
})
afterAll(() => house.close())

const guest = (who: string): Guest => guests.get(who) ?? { cookie: '', as: '' }

async function enter(who: string): Promise<Line> {
  const line = house.room(guest(who))
  lines.set(who, line)
  await line.send(step1(new Uint8Array([0])))
  await until(`${who} is served`, () => line.heard.some((frame) => frame[0] === MESSAGE.sync))
  return line
}

/** Bytes as text, one character each: words are found in whatever they are wrapped. */
const heardBy = (who: string): string =>
  (lines.get(who)?.heard ?? []).map((frame) => Buffer.from(frame).toString('latin1')).join('\n')

const others = ['BRA', 'BRA minister', 'SEC', 'CHR', 'OBS']

async function everythingAsked(who: string): Promise<string> {
  const root = '/api/declarations/declaration'
  const paths = [
    ...['', '/acts', '/text?as=compilation', '/text', '/roll', '/versions/0'].map((path) => root + path),
    ...['text', 'compilation', 'amendments', 'account'].map(
      (what) => `${root}/document?what=${what}&format=json`,
    ),
    ...['/api/declarations', '/api/people', '/api/refusals', '/api/session', '/metrics', '/api/openapi.json'],
  ]
  const answers = await Promise.all(
    paths.map(async (path) => {
      const by = path.includes('/text') ? 'capacity' : 'as'
      const answer = await house.ask(
        guest(who),
        `${path}${path.includes('?') ? '&' : '?'}${by}=${guest(who).as}`,
      )
      if (path.includes('/document')) expect(answer.status).toBe(200)
      return answer.text()
    }),
  )
  return answers.join('\n')
}

test('[P6] a note reaches the delegation that made it, its minister too, and no byte of it anybody else', async () => {
  const made = await house.command(guest('FRA'), {
    do: 'note.make',
    on: { clause: (await firstClause()) ?? '', quote: 'rôle' },
    words: SECRET,
  })
  expect(made).toMatchObject({ note: 'n1' })
  await until('France reads it', () => heardBy('FRA').includes(SECRET))
  await until('its minister reads it', () => heardBy('FRA minister').includes(SECRET))
  // Whatever else the room is told after it has been told to everybody.
  await house.command(guest('BRA'), {
    do: 'comment.make',
    on: { clause: await firstClause() },
    words: 'heard-by-all',
  })
  for (const who of others) {
    await until(`${who} hears on`, () => heardBy(who).includes('heard-by-all'))
    expect([who, heardBy(who).includes(SECRET)]).toEqual([who, false])
    expect([who, (await everythingAsked(who)).includes(SECRET)]).toEqual([who, false])
  }
})

test('[P6] who joins later is told the notes of its own delegation alone', async () => {
  const late = await enter('FRA')
  await until('France reads it again', () => late.heard.some((frame) => frame[0] === MESSAGE.notes))
  expect(heardBy('FRA')).toContain(SECRET)
  for (const who of others) {
    await enter(who)
    expect([who, heardBy(who).includes(SECRET)]).toEqual([who, false])
  }
  expect(house.logged).not.toContain(SECRET)
})

test('[P6] nobody removes the note of another delegation, or learns that there is one', async () => {
  for (const who of ['BRA', 'SEC', 'CHR']) {
    expect(await house.command(guest(who), { do: 'note.remove', note: 'n1' })).toBe('note/unknown')
    expect(await house.command(guest(who), { do: 'note.remove', note: 'n9' })).toBe('note/unknown')
  }
})

test('[P6] a note is replied to by its own delegation, and no byte of the reply reaches anybody else', async () => {
  for (const who of ['BRA', 'SEC', 'CHR']) {
    const reply = { do: 'note.reply', note: 'n1', words: 'let-us-hear' }
    expect(await house.command(guest(who), reply)).toBe('note/unknown')
  }
  await house.command(guest('FRA'), { do: 'note.reply', note: 'n1', words: REPLY })
  await until('France reads the reply', () => heardBy('FRA').includes(REPLY))
  await house.command(guest('BRA'), {
    do: 'comment.make',
    on: { clause: await firstClause() },
    words: 'heard-after-the-reply',
  })
  for (const who of others) {
    await until(`${who} hears on`, () => heardBy(who).includes('heard-after-the-reply'))
    expect([who, heardBy(who).includes(REPLY)]).toEqual([who, false])
    expect([who, (await everythingAsked(who)).includes(REPLY)]).toEqual([who, false])
  }
})

test('[P6] after a restart the notes are there, and still for their own alone', async () => {
  await house.command(guest('FRA'), { do: 'note.make', on: { clause: await firstClause() }, words: AGAIN })
  await house.command(guest('FRA'), { do: 'note.remove', note: 'n1' })
  // With a note goes what was replied to it.
  const { notes, hall } = await notesAndHall()
  expect(notes).toEqual([AGAIN])
  expect(hall.includes(SECRET) || hall.includes(AGAIN)).toBe(false)
})

async function firstClause(): Promise<string | undefined> {
  const record = await house.chamber.record()
  return Object.keys(record.clauses).find((id) => record.clauses[id]?.label === '1')
}

async function notesAndHall(): Promise<{ notes: string[]; hall: string }> {
  const { hall } = await house.state()
  const { sitting } = await Chamber.open(house.archive.copy())
  const notes = must(await sitting.look((_, state) => [...state.notes.all()].map(({ words }) => words)))
  return { notes, hall: Buffer.from(hall).toString('latin1') }
}
