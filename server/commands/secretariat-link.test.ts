import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFileArchive } from '../archive/file/archive.ts'
import { RegisterIdentity } from '../identity/identity.ts'
import { openMeeting } from '../identity/opening.ts'
import { Register } from '../identity/register.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'paraph-link-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const open = async () => {
  const archive = await openFileArchive(data, { warn: () => undefined })
  const register = await Register.open(archive.register)
  const identity = new RegisterIdentity({ register, random: randomBytes, now: () => new Date() })
  return { archive, register, identity }
}

describe('a secretariat that has lost its link', () => {
  test('gets a new one, for the capacity that it had', async () => {
    const before = await open()
    await openMeeting(before.register, false)
    const person = { role: 'secretariat', delegation: null, name: 'The Desk', title: '' } as const
    const { capacity, code } = await before.identity.accredit(person)
    await before.identity.enter(code, undefined)
    await before.archive.close()

    const { output } = await run()
    const [role, name, url = ''] = output.trim().split('\t')
    expect([role, name]).toEqual(['secretariat', 'The Desk'])
    expect(url).toMatch(/^https:\/\/paraph\.example\.org\/enter\/[\w-]{27}$/)
    const after = await open()
    expect(after.identity.holder(url.split('/').at(-1) ?? '')).toEqual(capacity)
    await after.archive.close()
  })

  test('gets a capacity anew when all of them were revoked', async () => {
    const before = await open()
    await openMeeting(before.register, false)
    await before.archive.close()
    expect((await run()).output).toMatch(/^secretariat\tSecretariat\t/)
  })

  test('is told to stop the server first', async () => {
    const { archive, register } = await open()
    await openMeeting(register, false)
    const { code, errors } = await run()
    expect(errors).toMatch(/keeps this folder open.*Stop it first/)
    expect(code).toBe(1)
    await archive.close()
  })

  test('is told when nothing was ever opened in the folder', async () => {
    const { code, errors } = await run()
    expect(errors).toContain('No meeting was ever opened')
    expect(code).toBe(1)
  })
})

const run = () =>
  new Promise<{ code: number; output: string; errors: string }>((resolved) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'server/commands/secretariat-link.ts'],
      {
        cwd: resolve(import.meta.dirname, '../..'),
        env: { PATH: '', PARAPH_DATA: data, PARAPH_ORIGIN: 'https://paraph.example.org' },
      },
      (_, output, errors) => resolved({ code: child.exitCode ?? -1, output, errors }),
    )
  })
