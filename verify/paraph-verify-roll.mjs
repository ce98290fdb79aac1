#!/usr/bin/env node
// Checks the roll in a record of Paraph (docs/record-format.md, 7) without Paraph: this one file, Node 20 or later.
//
//   node paraph-verify-roll.mjs <record file>
//
// Every signature is by the key that was published for its signatory, over the final words and over all acts before it;
// papers were looked at by two; the roll is what is in force. That the record is the meeting's, and its text made by its
// acts, is for paraph-verify.mjs to check. Exit code: 0 all is well, 1 something is wrong, 2 it was not asked as above.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

class Wrong extends Error {}
const must = (isSo, sentence) => {
  if (!isSo) throw new Wrong(sentence)
}
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (bytes) => Buffer.from(bytes).toString('hex')
const sha256Hex = (text) => hex(sha256(text))

/** JSON in the one form of RFC 8785. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** The tree of RFC 6962, with every root that it had. */
class Tree {
  peaks = []
  roots = [sha256Hex('')]
  add(text) {
    let peak = { count: 1, hash: sha256(Buffer.of(0), text) }
    while (this.peaks.at(-1)?.count === peak.count)
      peak = { count: 2 * peak.count, hash: sha256(Buffer.of(1), this.peaks.pop().hash, peak.hash) }
    this.peaks.push(peak)
    const [last, ...others] = this.peaks.map(({ hash }) => hash).reverse()
    this.roots.push(hex(others.reduce((right, left) => sha256(Buffer.of(1), left, right), last)))
  }
}

/** Web Authentication: signed by this key, on a page of this origin, by a device that had recognized its person (bits 0 and 2). */
function isSigned({ instrument, assertion }, { spki }, origin) {
  const [data, said, signature, der] = [
    assertion.authenticatorData,
    assertion.clientDataJSON,
    assertion.signature,
    spki,
  ].map((text) => Buffer.from(text, 'base64url'))
  const [key, page] = [createPublicKey({ key: der, format: 'der', type: 'spki' }), JSON.parse(said)]
  const isHere =
    page.type === 'webauthn.get' &&
    page.origin === origin &&
    page.crossOrigin !== true &&
    hex(data.subarray(0, 32)) === sha256Hex(new URL(origin).hostname)
  const isIt = page.challenge === sha256(canonical(instrument)).toString('base64url') && (data[32] & 5) === 5
  return (
    isHere &&
    isIt &&
    verify(
      key.asymmetricKeyType === 'ed25519' ? null : 'sha256',
      Buffer.concat([data, sha256(said)]),
      key,
      signature,
    )
  )
}

const FACTS = [
  'state',
  'version',
  'hash',
  'name',
  'title',
  'statement',
  'remarks',
  'signed',
  'paper',
  'addendum',
  'at',
  'by',
  'act',
]
const facts = (it) => FACTS.map((fact) => it[fact] ?? null)

function checkRoll({ acts, endorsements, declaration }, final) {
  const [listed, roll, papers, nonces] = [new Map(), new Map(), new Map(), new Set()]
  const tree = new Tree()
  let open = null
  for (const [place, { act }] of acts.entries()) {
    tree.add(canonical(act))
    const { kind, state, signed, paper, by } = act
    for (const it of act.struck ?? []) listed.delete(it)
    for (const it of act.signatories ?? []) listed.set(it.capacity, it)
    if (kind === 'endorsement opened') open = { ...act, place, isOpen: true }
    if (open && (kind === 'addendum closed' || act.to === 'closed')) open = { ...open, isOpen: false }
    if (kind === 'paper recorded') papers.set(act.paper, act)
    if (kind !== 'text endorsed' && kind !== 'endorsement withdrawn') continue
    const [name, before] = [`Act ${act.act} (${kind}, ${state})`, roll.get(state)]
    must(final && act.act > final.act, `${state} endorsed (act ${act.act}) before there was a final version.`)
    const [isEndorsed, facts] = [
      kind === 'text endorsed',
      kind === 'text endorsed' ? act : { ...before, ...act },
    ]
    must(
      facts.version === final.number && facts.hash === final.hash,
      `The endorsement of ${state} (act ${act.act}) is for other words than those of the final version.`,
    )
    must(
      paper ? by.role === 'secretariat' : by.role === 'signatory' && by.delegation === state,
      `${name} endorses for ${state}, and is not by its signatory.`,
    )
    must(
      isEndorsed ? !before : before?.act === act.endorsement,
      isEndorsed ? `${state} endorsed twice.` : `${name} withdraws what does not stand.`,
    )
    must(
      !open === !(signed || paper) &&
        (!open || (open.isOpen && (open.addendum ?? undefined) === facts.addendum)),
      `${name} comes without a signature, or while endorsement was not open.`,
    )
    if (paper) {
      const [recorded, seen] = [
        papers.get(paper.id) ?? {},
        [
          paper.capacity,
          paper.note,
          paper.by,
          paper.at,
          state,
          final.hash,
          facts.name,
          facts.title,
          isEndorsed ? act.remarks : [],
        ],
      ]
      const isIt =
        canonical(seen) ===
        canonical(
          [
            recorded.capacity,
            recorded.note,
            recorded.by,
            recorded.at,
            recorded.state,
            recorded.hash,
            recorded.name,
            recorded.title,
            recorded.remarks,
          ].map((it) => it ?? null),
        )
      must(
        isIt && by.capacity !== paper.by.capacity && by.name !== paper.by.name,
        `${name} is not what another of the secretariat recorded of a signed paper.`,
      )
    }
    if (signed) {
      const [{ instrument: it, assertion }, signatory] = [signed, listed.get(by.capacity)]
      must(
        signatory?.state === state && signatory.key?.id === assertion.credential,
        `${name} is signed with a key that was not published for its signatory.`,
      )
      const said = [
        declaration,
        final.number,
        final.symbol,
        final.hash,
        state,
        by.capacity,
        { name: facts.name, title: facts.title },
        isEndorsed ? act.remarks : [],
        act.endorsement ?? null,
        open.origin,
      ]
      const meant = [
        it.declaration,
        it.version,
        it.symbol,
        it.text,
        it.state,
        it.capacity,
        it.signatory,
        it.remarks,
        it.withdraws ?? null,
        it.origin,
      ]
      must(
        canonical(said) === canonical(meant) &&
          it.type === (isEndorsed ? 'paraph-endorsement/1' : 'paraph-withdrawal/1'),
        `${name} says something else than what was signed.`,
      )
      must(
        isSigned(signed, signatory.key, open.origin),
        `${name} was not signed by the key that was published for its signatory.`,
      )
      must(
        nonces.size < nonces.add(it.nonce).size &&
          Math.abs(Date.parse(act.at) - Date.parse(it.time)) <= 600_000,
        `${name} was signed at another time, or once before.`,
      )
      must(
        it.ledger.size > open.place &&
          it.ledger.size <= place &&
          tree.roots[it.ledger.size] === it.ledger.root,
        `${name} bears witness to another history than this one: acts before it were changed, removed or inserted.`,
      )
    }
    isEndorsed ? roll.set(state, act) : roll.delete(state)
  }
  must(
    canonical([...roll.values()].map(facts)) === canonical(endorsements.map(facts)),
    'The roll does not say what the acts of endorsement say.',
  )
}

function main(args) {
  if (args.length !== 1) return console.error('Usage: paraph-verify-roll <record file>') ?? 2
  try {
    const record = JSON.parse(readFileSync(args[0], 'utf8'))
    const found = record.acts.map(({ act }) => act).find(({ version }) => version?.final)
    checkRoll(record, found ? { ...found.version, act: found.act } : null)
    const [signed, paper] = ['signed', 'paper'].map(
      (how) => record.endorsements.filter((it) => it[how]).length,
    )
    const early = record.endorsements.length - signed - paper
    return (
      console.log(
        `All is well with the roll of ${record.declaration}: ${signed} signed, ${paper} on paper, ${early} unsigned, as an early release took them.`,
      ) ?? 0
    )
  } catch (error) {
    const why =
      error instanceof Wrong ? error.message : `The file can not be read as a record: ${error.message}.`
    return console.error(`NOT IN ORDER. ${why}`) ?? 1
  }
}

process.exitCode = main(process.argv.slice(2))
