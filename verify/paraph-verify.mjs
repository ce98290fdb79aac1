#!/usr/bin/env node
// Checks a record of Paraph (docs/record-format.md) without Paraph: this one file, Node 20 or later, nothing else.
//
//   node paraph-verify.mjs <record file> [--fingerprint <hex>] [--checkpoint <file>]
//
// --fingerprint  the SHA-256 of the key that the meeting made known by another way
// --checkpoint   a checkpoint that you kept: the record has to begin with all that it signed
// Exit code: 0 all is well, 1 something is wrong and is named, 2 it was not asked as above.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

class Wrong extends Error {}
const must = (isSo, sentence) => {
  if (!isSo) throw new Wrong(sentence)
}

// ——— Hashes: SHA-256, and JSON in the one form of RFC 8785

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (bytes) => Buffer.from(bytes).toString('hex')
const sha256Hex = (text) => hex(sha256(text))
const base64 = (text) => Buffer.from(String(text), 'base64')

/** Numbers and strings are written by JSON.stringify as RFC 8785 has them; names go in the order of UTF-16. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

// ——— The tree of RFC 6962: only whole subtrees are kept, largest first

class Tree {
  peaks = []
  add(text) {
    let peak = { count: 1, hash: sha256(Buffer.of(0), text) }
    while (this.peaks.at(-1)?.count === peak.count) {
      peak = { count: 2 * peak.count, hash: sha256(Buffer.of(1), this.peaks.pop().hash, peak.hash) }
    }
    this.peaks.push(peak)
  }
  root() {
    const [last, ...others] = [...this.peaks].reverse()
    return others.reduce((right, { hash }) => sha256(Buffer.of(1), hash, right), last?.hash ?? sha256(''))
  }
}

// ——— The checkpoint: c2sp.org/signed-note and c2sp.org/tlog-checkpoint, Ed25519

function readKey(written) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written) ?? []
  const bytes = base64(encoded ?? '')
  must(name && bytes.length === 33 && bytes[0] === 1, 'The public key is not written as a key for Ed25519.')
  must(hex(sha256(`${name}\n`, bytes)).slice(0, 8) === id, 'The public key was exchanged or renamed: its id is not that of its name and bytes.')
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, fingerprint: hex(sha256(bytes.subarray(1))), der }
}

function readCheckpoint(note, { name, id, der }, whose) {
  const end = String(note).lastIndexOf('\n\n')
  const text = String(note).slice(0, end + 1)
  const signed = [...String(note).matchAll(/^— (\S+) (\S+)$/gm)]
  const own = signed.find((it) => it[1] === name && hex(base64(it[2]).subarray(0, 4)) === id)
  must(end > 0 && own, `The ${whose} checkpoint has no signature by the key in the record (${name}).`)
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  must(verify(null, Buffer.from(text), key, base64(own[2]).subarray(4)), `The signature of the ${whose} checkpoint is not by the key in the record, or the checkpoint was changed.`)
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d*)\n(\S{44})\n/.exec(text) ?? []
  must(origin, `The ${whose} checkpoint does not say what a checkpoint has to say.`)
  return { origin, size: Number(size), root: hex(base64(root)) }
}

// ——— The ledger: every act in its place

function checkLedger({ acts, declaration }, head, kept) {
  must(head.origin.endsWith(`/declarations/${declaration}`), 'The checkpoint is of another declaration.')
  const [tree, order] = [new Tree(), acts.map(({ act }) => act.act)]
  for (const [place, { before, act }] of acts.entries()) {
    const root = hex(tree.root())
    const earlier = place === 0 ? 'its beginning' : `act ${order[place - 1]}`
    must(before === root, `Act ${act.act} names another history than the one before it: ${earlier} was changed, or an act was removed, inserted or moved there.`)
    if (kept?.size === place) checkKept(kept, root)
    must(place === 0 || act.act > order[place - 1], `Act ${act.act} stands after act ${order[place - 1]}: the acts are not in their order.`)
    tree.add(canonical(act))
  }
  const root = hex(tree.root())
  if (kept && kept.size === acts.length) checkKept(kept, root)
  must(!kept || kept.size <= acts.length, `The tail was cut: the record has ${acts.length} acts, and the checkpoint that you kept signs ${kept?.size}.`)
  must(acts.length === head.size, `The record has ${acts.length} acts, and its checkpoint signs ${head.size}: acts were ${acts.length < head.size ? 'removed' : 'inserted'}.`)
  must(root === head.root, 'The acts are not those that were signed: one of them was changed, and the roots behind it made to fit.')
}

const checkKept = (kept, root) => must(root === kept.root, 'The history was rewritten: it does not contain the checkpoint that you kept.')

// ——— The text, replayed: every character has an id, and an act that brought it

const idOf = (client, clock) => `${client}:${clock}`
const idsOf = (ranges) => ranges.flatMap(([client, clock, length]) => Array.from({ length }, (_, at) => idOf(client, clock + at)))

/** What acts made of the text so far: characters by id, the places that each change gave them, and the clauses. */
class Text {
  characters = new Map()
  rules = []
  wordings = new Map()
  /** Clauses, each after another: [after, id]. */
  blocks = []

  lay({ blocks, act }) {
    let [clock, after] = [0, null]
    for (const { id, text } of blocks) {
      // A block, its text and its id take one clock each; the characters stand between.
      this.bring(idsOf([[1, clock + 2, text.length]]), text, id, act, { left: null, right: null })
      this.blocks.push([after, id])
      ;[clock, after] = [clock + 3 + text.length, id]
    }
  }
  bring(ids, text, block, act, { left, right }, alive = true) {
    must(ids.length === text.length, `Act ${act} brings ${text.length} characters, and ${ids.length} ids for them.`)
    for (const [at, id] of ids.entries()) {
      must(!this.characters.has(id), `Act ${act} brings a character that was there before.`)
      this.characters.set(id, { unit: text[at], block, act, alive })
    }
    this.rules.push([left && idOf(...left), ...ids, right && idOf(...right)].filter(Boolean))
  }
  accept({ act, lost = [] }, { edits, amendment }) {
    const fallen = new Set(lost.map(canonical))
    const isWhole = [...edits.hunks, ...edits.added].every(({ come }) => come)
    must(isWhole, `Act ${act} accepts ${amendment}, whose characters have no ids: an early release wrote it, and it can not be replayed.`)
    for (const hunk of edits.hunks) {
      for (const id of idsOf(hunk.gone)) {
        must(this.characters.has(id), `Act ${act} (${amendment}) takes out words that never stood in the text.`)
        this.characters.get(id).alive = false
      }
      this.bring(idsOf(hunk.come), hunk.insert, hunk.clause, act, hunk, !fallen.has(canonical(hunk)))
    }
    for (const block of edits.added) {
      this.bring(idsOf(block.come.slice(1)), block.text, block.id, act, { left: null, right: null })
      this.blocks.push([block.after, block.id])
    }
  }
  /** A frozen version has exactly the characters that stand, each in its clause, in an order that the acts allow. */
  compare(blocks, name) {
    const seen = new Map()
    for (const { id: block, runs } of blocks) {
      for (const [client, clock, text] of runs) {
        for (const [at, id] of idsOf([[client, clock, text.length]]).entries()) {
          const it = this.characters.get(id)
          must(it, `${name} has words in ${block} that no accepted act brought: “${text}”.`)
          must(it.alive, `${name} has words in ${block} that an act took out: “${text}”.`)
          must(it.unit === text[at], `${name} has other words in ${block} than act ${it.act} brought: “${text}”.`)
          must(it.block === block && !seen.has(id), `${name} has words of act ${it.act} in another place: “${text}”.`)
          seen.set(id, seen.size)
        }
      }
    }
    for (const [id, { alive, act, block }] of this.characters) must(!alive || seen.has(id), `${name} lacks words in ${block} that act ${act} brought and no act took out.`)
    for (const ids of this.rules) checkOrder(ids, seen, name)
    const order = new Map(blocks.map(({ id }, at) => [id, at]))
    for (const pair of this.blocks) checkOrder(pair, order, name)
  }
}

/** Of those that stand, each stands after the one before it. */
function checkOrder(ids, places, name) {
  const found = ids.flatMap((id) => places.get(id) ?? [])
  const isOrdered = found.every((place, at) => at === 0 || place > found[at - 1])
  must(isOrdered, `${name} has its words in another order than the acts gave them.`)
}

function checkWording({ act, amendment, wording, edits }) {
  const hunks = edits.hunks.map(({ clause, from, to, was, insert }) => ({ clause, from, to, was, insert }))
  const added = edits.added.map(({ after, id, kind, text }) => ({ after, id, kind, text }))
  const hash = sha256Hex(canonical({ format: 'paraph-wording/1', hunks, added }))
  must(hash === wording, `Act ${act} gives ${amendment} other words than the hash that sponsors put their names to.`)
}

function take(text, act) {
  const { kind, amendment } = act
  if (kind === 'declaration laid') text.lay(act)
  if (kind === 'amendment tabled' || kind === 'amendment restated' || kind === 'consolidation adopted') {
    checkWording(act)
    text.wordings.set(amendment, act)
  }
  if (kind === 'consolidation adopted') text.accept(act, act)
  if (kind !== 'amendment accepted') return
  const inForce = text.wordings.get(amendment)
  must(inForce, `Act ${act.act} accepts ${amendment}, which was never tabled.`)
  must(inForce.wording === act.wording, `Act ${act.act} accepts another wording of ${amendment} than the one in force.`)
  if (!act.parent) return text.accept(act, inForce)
  // A sub-amendment gives its parent a new wording; the text stays as it is.
  checkWording({ ...act.parent, act: act.act })
  text.wordings.set(act.parent.amendment, { ...text.wordings.get(act.parent.amendment), ...act.parent })
}

// ——— Versions and endorsements

function checkVersion(head, frozen, text, { id, language, punctuation }) {
  const name = `Version ${head.number} (${head.symbol})`
  must(frozen, `${name} was issued, and its words are not in the record.`)
  must(sha256Hex(frozen.words) === head.hash, `The words of ${name} are not those of its hash.`)
  must(sha256Hex(frozen.state) === head.state, `The exact state of ${name} is not that of its hash.`)
  const words = JSON.parse(frozen.words)
  const { blocks } = JSON.parse(frozen.state)
  text.compare(blocks, name)
  const standing = blocks.map(({ kind, label, runs }) => ({ kind, label, text: runs.map(([, , words]) => words).join('') })).filter(({ text: words }) => words !== '')
  const clauses = standing.filter(({ kind }) => kind === 'clause')
  const { between, beforeLast, last } = punctuation
  const endOf = (at) => (at < 0 ? '' : ([last, beforeLast][clauses.length - 1 - at] ?? between))
  const read = standing.map((block) => ({ ...block, end: endOf(clauses.indexOf(block)) }))
  const expected = canonical({ format: 'paraph-words/1', declaration: id, language, blocks: read })
  must(canonical(words) === expected, `The words of ${name} are not those of its exact state.`)
  return head
}

const facts = ({ state, version, hash, name, title, statement, at, by, act }) => [state, version, hash, name, title, statement, at, by, act]

function checkRoll(acts, endorsements, final) {
  const signed = acts.filter(({ kind }) => kind === 'text endorsed')
  for (const [place, { act, state, version, hash, by }] of signed.entries()) {
    must(final && act > final.act, `${state} endorsed (act ${act}) before there was a final version.`)
    must(version === final.number && hash === final.hash, `The endorsement of ${state} (act ${act}) is for other words than those of the final version.`)
    must(by.role === 'signatory' && by.delegation === state, `Act ${act} endorses for ${state}, and is not by its signatory.`)
    must(signed.findIndex((it) => it.state === state) === place, `${state} endorsed twice.`)
  }
  must(canonical(signed.map(facts)) === canonical(endorsements.map(facts)), 'The roll does not say what the acts of endorsement say.')
}

// ——— The silence procedure: the frozen words are adopted at the deadline, unless somebody ended it before

/** What runs after an act: the act that opened it, with the deadline as it was extended; null where none runs. */
function hear(running, act, heads) {
  const [{ kind, at, deadline }, name] = [act, `Act ${act.act} (${act.kind})`]
  if (!/^silence |^text adopted$/.test(kind)) {
    must(!running || !/accepted|adopted|issued|moved/.test(kind), `${name} moves a text that a silence procedure has frozen.`)
    return running
  }
  must(!running === (kind === 'silence opened'), `${name} comes ${running ? 'while another' : 'where no'} silence procedure runs.`)
  if (kind === 'text adopted') must(at === running.deadline && act.recorded >= at && act.version?.hash === heads[running.frozen].hash, `${name} is not of the frozen words, or not at their deadline.`)
  else must(at < (running ?? act).deadline && (!running || !deadline || deadline > running.deadline), `${name} comes after the deadline, or cuts it short.`)
  if (!running) must(act.frozen === heads.length - 1, `${name} freezes another version than the last.`)
  return kind === 'silence seen' ? running : deadline ? { ...running, ...act } : null
}

// ——— All of it

function check(record, { fingerprint, checkpoint }) {
  must(record?.format === 'paraph-record/1', 'The file is not a record of Paraph, or of a later format than this program knows.')
  const key = readKey(record.key)
  must(fingerprint === undefined || fingerprint.replace(/\s/g, '').toLowerCase() === key.fingerprint, `The record is signed by another key than yours: its fingerprint is ${key.fingerprint}.`)
  const head = readCheckpoint(record.checkpoint, key, 'record’s')
  const kept = checkpoint && readCheckpoint(checkpoint, key, 'kept')
  must(!kept || kept.origin === head.origin, 'The checkpoint that you kept is of another declaration or server.')
  checkLedger(record, head, kept)
  const acts = record.acts.map(({ act }) => act)
  const [laid] = acts
  must(laid?.kind === 'declaration laid', 'The record does not begin with the declaration as it was laid.')
  must(laid.declaration.id === record.declaration, 'The acts are those of another declaration.')
  const [text, heads] = [new Text(), []]
  let [final, silence] = [null, null]
  for (const act of acts) {
    take(text, act)
    const version = typeof act.version === 'object' ? act.version : null
    must(!version || version.number === heads.length, `Act ${act.act} issues version ${version?.number}, where ${heads.length} was due.`)
    if (version) heads.push(checkVersion(version, record.versions[version.number], text, laid.declaration))
    if (version?.final) final = { ...version, act: act.act }
    silence = hear(silence, act, heads)
  }
  must(record.versions.length === heads.length, 'The record has a version that no act issued.')
  must(
    record.versions.every(({ number }, place) => number === place),
    'The versions are not in their order.',
  )
  checkRoll(acts, record.endorsements, final)
  return { key, head, acts, heads, final, endorsements: record.endorsements.length }
}

function told({ key, head, acts, heads, final, endorsements }) {
  return `All is well with ${head.origin}.
${acts.length} acts, root ${head.root}, signed by the key with the fingerprint
${key.fingerprint}
${heads.length} versions: each has exactly the words that the acts before it brought, each in its place.
${final ? `The final version is ${final.symbol}, ${final.hash}; States that endorse it: ${endorsements}.` : 'There is no final version yet.'}
What no file can show: that this key is the meeting’s, and that nothing was cut off before anybody saw it. Compare the fingerprint, and keep checkpoints (--fingerprint, --checkpoint).`
}

function main(args) {
  const given = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined)
  const [fingerprint, kept] = [given('--fingerprint'), given('--checkpoint')]
  if (args.length !== 1) return console.error('Usage: paraph-verify <record file> [--fingerprint <hex>] [--checkpoint <file>]') ?? 2
  try {
    const checkpoint = kept && readFileSync(kept, 'utf8')
    return console.log(told(check(JSON.parse(readFileSync(args[0], 'utf8')), { fingerprint, checkpoint }))) ?? 0
  } catch (error) {
    return console.error(`NOT IN ORDER. ${error instanceof Wrong ? error.message : `The file can not be read as a record: ${error.message}.`}`) ?? 1
  }
}

process.exitCode = main(process.argv.slice(2))
