import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { fingerprintOf, openNote, readHead, readKey, textOfHead } from '../shared/signed-note.ts'
import { newSealKey, Seal } from './seal.ts'

/** The example with which the first implementation of signed notes (golang.org/x/mod/sumdb/note) tests itself. */
const EXAMPLE = {
  seed: 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature: 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
}
const ORIGIN = 'https://paraph.example.org'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const pemOf = (seed: Uint8Array): string =>
  `-----BEGIN PRIVATE KEY-----\n${Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]).toString('base64')}\n-----END PRIVATE KEY-----\n`

test('[V3] the seal signs the published example as everybody does, to the byte', () => {
  const seal = new Seal(pemOf(Buffer.from(EXAMPLE.seed, 'base64').subarray(1)), ORIGIN)
  const note = `${EXAMPLE.text}\n— PeterNeumann ${EXAMPLE.signature}\n`
  expect(seal.note(EXAMPLE.text, 'PeterNeumann')).toBe(note)
  const key = readKey(EXAMPLE.key)
  expect(key && openNote(note, key)?.text).toBe(EXAMPLE.text)
  expect(readKey(EXAMPLE.key.replace('c74f20a3', 'c74f20a4'))).toBeNull()
})

test('[V3] a head is signed as a checkpoint of the declaration, and anybody can check it with the public key', () => {
  const root = createHash('sha256').update('the root').digest('hex')
  const { checkpoint, key } = new Seal(newSealKey(), ORIGIN).seal('high-level-fr', { size: 42, root })
  const origin = 'paraph.example.org/declarations/high-level-fr'
  const known = readKey(key)
  if (!known) throw new Error('no key')
  expect(known.name).toBe(origin)
  const opened = openNote(checkpoint, known)
  expect(opened && readHead(opened.text)).toEqual({ origin, size: 42, root })
  // As RFC 8410 writes it for others' libraries.
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), known.bytes])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from(opened?.text ?? ''), publicKey, opened?.signature ?? Buffer.of())).toBe(
    true,
  )
  expect(checkpoint.split('\n')).toHaveLength(6)
  expect(fingerprintOf(known)).toHaveLength(64)
})

test('[V3] what is no checkpoint is not taken for one', () => {
  for (const text of ['', 'a\n', 'a\n1\nx\n', 'a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'])
    expect(readHead(text)).toBeNull()
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
  const head = readHead(text)
  expect(head?.size).toBe(20_852_163)
  expect(head && textOfHead(head)).toBe(text)
})

test('a key of another kind is refused', () => {
  expect(() => new Seal('no key', ORIGIN)).toThrow()
})
