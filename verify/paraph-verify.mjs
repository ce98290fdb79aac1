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

/** What is told of what is wrong: a name, and a sentence with the facts in their places. */
const SENTENCES = `
usage      Usage: paraph-verify <record file> [--fingerprint <hex>] [--checkpoint <file>]
unreadable The file can not be read as a record: $1.
format     The file is not a record of Paraph, or of a later format than this program knows.
key        The public key is not written as a key for Ed25519.
renamed    The public key was exchanged or renamed: its id is not that of its name and bytes.
other-key  The record is signed by another key than yours: its fingerprint is $1.
unsigned   The $1 checkpoint has no signature by the key in the record ($2).
signature  The signature of the $1 checkpoint is not by the key, or the checkpoint was changed.
no-head    The $1 checkpoint does not say what a checkpoint has to say.
elsewhere  The checkpoint is of another declaration.
kept-other The checkpoint that you kept is of another declaration.
history    Act $1 names another history: $2 was changed, or an act was removed, inserted or moved there.
order      Act $1 stands after act $2: the acts are not in their order.
cut        The tail was cut: the record has $1 acts, and the checkpoint that you kept signs $2.
size       The record has $1 acts, and its checkpoint signs $2: acts were $3.
root       The acts are not those that were signed: one was changed, and the roots behind it made to fit.
rewritten  The history was rewritten: it does not contain the checkpoint that you kept.
ids        Act $1 brings $2 characters, and $3 ids for them.
twice      Act $1 brings a character that was there before.
never      Act $1 ($2) takes out words that never stood in the text.
copied     Act $1 brings back other words than stood in the text before.
brought    $1 has words in $2 that no accepted act brought: “$3”.
gone       $1 has words in $2 that an act took out: “$3”.
other      $1 has other words in $2 than act $3 brought: “$4”.
place      $1 has words of act $2 in another place: “$3”.
lacks      $1 lacks words in $2 that act $3 brought and no act took out.
sequence   $1 has its words in another order than the acts gave them.
clauses    $1 has its clauses in another order than the acts gave them: $2 stands where $3 was due.
unmoved    Act $1 ($2) moves a clause by a move that was never tabled.
wording    Act $1 gives $2 other words than the hash that sponsors put their names to.
untabled   Act $1 accepts $2, which was never tabled.
inforce    Act $1 accepts another wording of $2 than the one in force.
missing    $1 was issued, and its words are not in the record.
words      The words of $1 are not those of its hash.
state      The exact state of $1 is not that of its hash.
reading    The words of $1 are not those of its exact state.
due        Act $1 issues version $2, where $3 was due.
unissued   The record has a version that no act issued.
numbered   The versions are not in their order.
early      $1 endorsed (act $2) before there was a final version.
endorsed   The endorsement of $1 (act $2) is for other words than those of the final version.
signatory  Act $1 endorses for $2, and is not by its signatory.
again      $1 endorsed twice.
withdrawn  Act $1 withdraws what does not stand.
roll       The roll does not say what the acts of endorsement say.
frozen     $1 moves a text that a silence procedure has frozen.
stale      $1 freezes another version than the last, or words that do not stand.
running    $1 comes $2 silence procedure runs.
adopted    $1 is not of the frozen words, or not at their deadline.
deadline   $1 comes after the deadline, or cuts it short.
laid       The record does not begin with the declaration as it was laid.
foreign    The acts are those of another declaration.
`
const sentences = new Map(SENTENCES.split('\n').map((line) => [line.split(' ')[0], line.slice(11)]))
const said = (name, ...facts) => sentences.get(name).replace(/\$(\d)/g, (_, place) => facts[place - 1])

class Wrong extends Error {}
const must = (isSo, name, ...facts) => {
  if (!isSo) throw new Wrong(said(name, ...facts))
}

// ——— Hashes: SHA-256, and JSON in the one form of RFC 8785

const sha256 = (...parts) => parts.reduce((hash, it) => hash.update(it), createHash('sha256')).digest()
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
const isSame = (a, b) => canonical(a) === canonical(b)

// ——— The tree of RFC 6962: only whole subtrees are kept, largest first

class Tree {
  peaks = []
  size = 0
  add(text) {
    let peak = { count: 1, hash: sha256(Buffer.of(0), text) }
    while (this.peaks.at(-1)?.count === peak.count)
      peak = { count: 2 * peak.count, hash: sha256(Buffer.of(1), this.peaks.pop().hash, peak.hash) }
    this.peaks.push(peak)
    this.size++
  }
  root() {
    const [last, ...others] = this.peaks.map(({ hash }) => hash).reverse()
    return hex(others.reduce((right, left) => sha256(Buffer.of(1), left, right), last ?? sha256('')))
  }
}

// ——— The checkpoint: c2sp.org/signed-note and c2sp.org/tlog-checkpoint, Ed25519

const keyId = (name, bytes) => hex(sha256(`${name}\n`, Buffer.of(1), bytes)).slice(0, 8)

function readKey(written) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written) ?? []
  const [type, ...bytes] = base64(encoded ?? '')
  must(name && type === 1 && bytes.length === 32, 'key')
  must(keyId(name, Buffer.from(bytes)) === id, 'renamed')
  return { name, bytes: Buffer.from(bytes), fingerprint: hex(sha256(Buffer.from(bytes))) }
}

/** It is signed in its own name: after a change of PARAPH_ORIGIN the same key signs in another. */
function readCheckpoint(note, { name, bytes }, whose) {
  const [text, signatures] = String(note).split(/(?<=\n)\n(?=— )/)
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d*)\n(\S{44})\n/.exec(text) ?? []
  const signed = [...(signatures ?? '').matchAll(/^— (\S+) (\S+)$/gm)].map((it) => [it[1], base64(it[2])])
  const own = signed.find(([by, it]) => by === origin && hex(it.subarray(0, 4)) === keyId(by, bytes))
  must(own, 'unsigned', whose, name)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  must(verify(null, Buffer.from(text), key, own[1].subarray(4)), 'signature', whose)
  must(root, 'no-head', whose)
  return { origin, size: Number(size), root: hex(base64(root)) }
}

// ——— The ledger: every act in its place

function checkLedger({ acts }, head, kept) {
  const [tree, numbers] = [new Tree(), acts.map(({ act }) => act.act)]
  const compareKept = () => must(kept?.size !== tree.size || tree.root() === kept.root, 'rewritten')
  for (const [place, { before, act }] of acts.entries()) {
    const earlier = place === 0 ? 'its beginning' : `act ${numbers[place - 1]}`
    must(before === tree.root(), 'history', act.act, earlier)
    compareKept()
    must(place === 0 || act.act > numbers[place - 1], 'order', act.act, numbers[place - 1])
    tree.add(canonical(act))
  }
  compareKept()
  const { size } = tree
  must(!kept || kept.size <= size, 'cut', size, kept?.size)
  must(size === head.size, 'size', size, head.size, size < head.size ? 'removed' : 'inserted')
  must(tree.root() === head.root, 'root')
}

// ——— The text, replayed: every character has an id, and an act that brought it

const idOf = ([client, clock]) => `${client}:${clock}`
const idsOf = (ranges) =>
  ranges.flatMap(([client, clock, length]) => Array.from({ length }, (_, at) => idOf([client, clock + at])))

/** The ids of what a wording brings. Early ones don't name them: they follow from the order of writing. */
function named({ hunks, added }, pen) {
  if ([...hunks, ...added].every(({ come }) => come)) return { hunks, added }
  let clock = 0
  const next = (length) => {
    clock += length
    return [[pen, clock - length, length]]
  }
  const come = new Map(
    hunks.toSorted((a, b) => b.from - a.from || b.to - a.to).map((it) => [it, next(it.insert.length)]),
  )
  const block = ({ text }) => [...next(1), ...next(1), ...next(text.length), ...next(1)]
  return {
    hunks: hunks.map((hunk) => ({ ...hunk, come: come.get(hunk) })),
    added: added.map((it) => ({ ...it, come: block(it).filter((_, at) => at === 0 || at === 2) })),
  }
}

/** What acts made of the text so far: characters by id, and what has to stand before what. */
class Text {
  characters = new Map()
  orders = []
  /** Clauses as they were laid, and the new ones, each after another: [after, id]. */
  laid = []
  added = []
  /** Moves as they were tabled, and those that were accepted, by key. */
  moves = new Map()
  moved = new Set()
  wordings = new Map()

  lay({ blocks, act }) {
    let clock = 0
    for (const { id, text } of blocks) {
      // A block, its text and its name take one clock each; the characters stand between.
      this.bring(idsOf([[1, clock + 2, text.length]]), text, { block: id, act })
      this.laid.push(id)
      clock += 3 + text.length
    }
  }
  bring(ids, text, { block, act, alive = true }, { left, right } = {}) {
    must(ids.length === text.length, 'ids', act, text.length, ids.length)
    for (const [at, id] of ids.entries()) {
      must(!this.characters.has(id), 'twice', act)
      this.characters.set(id, { unit: text[at], block, act, alive })
    }
    this.orders.push([left && idOf(left), ...ids, right && idOf(right)].filter(Boolean))
  }
  accept({ act, lost = [], lostMoves = [] }, { edits, pen, amendment }) {
    const { hunks, added } = named(edits, pen)
    for (const [place, hunk] of hunks.entries()) {
      for (const id of idsOf(hunk.gone)) {
        must(this.characters.has(id), 'never', act, amendment)
        this.characters.get(id).alive = false
      }
      const copied = idsOf(hunk.copies ?? []).map((id) => this.characters.get(id)?.unit)
      must(!hunk.copies || copied.join('') === hunk.insert, 'copied', act)
      // What had lost its place came in deleted; before characters were named it came in all the same.
      const own = edits.hunks[place]
      const alive = !(own.come && lost.some((it) => isSame(it, own)))
      this.bring(idsOf(hunk.come), hunk.insert, { block: hunk.clause, act, alive }, hunk)
    }
    for (const { id, text, after, come } of added) {
      this.bring(idsOf(come.slice(1)), text, { block: id, act })
      this.added.push([after, id])
    }
    const made = (edits.moved ?? []).filter((move) => !lostMoves.some((it) => isSame(it, move)))
    for (const key of made.flatMap(({ come }) => come)) {
      must(this.moves.has(key), 'unmoved', act, amendment)
      this.moved.add(key)
    }
  }
  /** As acts put them; of two new ones at one place that nobody moved, the version says which is first. */
  order(places) {
    const order = [...this.laid]
    const moves = [...this.moved].toSorted(byKey).map((key) => this.moves.get(key))
    const isTold = (id) => this.laid.includes(id) || moves.some(({ clause }) => clause === id)
    for (const [after, id] of this.added) {
      let at = order.indexOf(after) + 1
      const isTie = () => at < order.length && !isTold(order[at]) && !isTold(id)
      while (isTie() && places.get(order[at]) < places.get(id)) at++
      order.splice(at, 0, id)
    }
    for (const { clause, after } of moves) {
      const stands = order.includes(clause) && (after === null || order.includes(after))
      if (!stands || clause === after) continue
      order.splice(order.indexOf(clause), 1)
      order.splice(order.indexOf(after) + 1, 0, clause)
    }
    return order
  }
  /** A frozen version has exactly the characters that stand, each in its clause, in an order that acts allow. */
  compare(blocks, name) {
    const seen = new Map()
    const runs = blocks.flatMap(({ id, runs }) => runs.map((run) => [id, ...run]))
    for (const [block, client, clock, text] of runs) {
      for (const [at, id] of idsOf([[client, clock, text.length]]).entries()) {
        const it = this.characters.get(id)
        must(it, 'brought', name, block, text)
        must(it.alive, 'gone', name, block, text)
        must(it.unit === text[at], 'other', name, block, it.act, text)
        must(it.block === block && !seen.has(id), 'place', name, it.act, text)
        seen.set(id, seen.size)
      }
    }
    for (const [id, { alive, act, block }] of this.characters)
      must(!alive || seen.has(id), 'lacks', name, block, act)
    for (const ids of this.orders) must(isOrdered(ids, seen), 'sequence', name)
    const order = this.order(new Map(blocks.map(({ id }, at) => [id, at])))
    for (let at = 0; at < Math.max(order.length, blocks.length); at++)
      must(order[at] === blocks[at]?.id, 'clauses', name, blocks[at]?.id, order[at])
  }
}

/** The lower pen first, then the lower number. */
function byKey(...keys) {
  const [[pen, number], [other, next]] = keys.map((key) => key.match(/\d+/g).map(Number))
  return pen - other || number - next
}

/** Of those that stand, each stands after the one before it. */
const isOrdered = (ids, places) =>
  ids.flatMap((id) => places.get(id) ?? []).every((place, at, all) => at === 0 || place > all[at - 1])

function checkWording({ act, amendment, wording, edits }) {
  const hunks = edits.hunks.map(({ clause, from, to, was, insert }) => ({ clause, from, to, was, insert }))
  const added = edits.added.map(({ after, id, kind, text }) => ({ after, id, kind, text }))
  const moved = edits.moved?.map(({ clause, after }) => ({ clause, after }))
  const words = { format: 'paraph-wording/1', hunks, added, ...(moved ? { moved } : {}) }
  const hash = sha256Hex(canonical(words))
  must(hash === wording, 'wording', act, amendment)
}

function take(text, act) {
  const { kind, amendment, parent } = act
  if (kind === 'declaration laid') text.lay(act)
  if (act.edits) {
    checkWording(act)
    text.wordings.set(amendment, act)
    // A move may come with what it was tabled in, or with what that amends.
    for (const move of act.edits.moved ?? []) for (const key of move.come ?? []) text.moves.set(key, move)
  }
  if (kind === 'consolidation adopted' || kind === 'text restored') text.accept(act, act)
  if (kind !== 'amendment accepted') return
  const inForce = text.wordings.get(amendment)
  must(inForce, 'untabled', act.act, amendment)
  must(inForce.wording === act.wording, 'inforce', act.act, amendment)
  if (!parent) return text.accept(act, inForce)
  // A sub-amendment gives its parent a new wording; the text stays as it is.
  checkWording({ ...parent, act: act.act })
  text.wordings.set(parent.amendment, { ...text.wordings.get(parent.amendment), ...parent })
}

// ——— Versions and endorsements

function checkVersion(head, frozen, text, { id, language, punctuation }) {
  const name = `Version ${head.number} (${head.symbol})`
  must(frozen, 'missing', name)
  must(sha256Hex(frozen.words) === head.hash, 'words', name)
  must(sha256Hex(frozen.state) === head.state, 'state', name)
  const { blocks } = JSON.parse(frozen.state)
  text.compare(blocks, name)
  const read = blocks.map(({ kind, label, runs }) => ({
    kind,
    label,
    text: runs.map((it) => it[2]).join(''),
  }))
  const standing = read.filter((it) => it.text !== '')
  const clauses = standing.filter(({ kind }) => kind === 'clause')
  const { between, beforeLast, last } = punctuation
  const endOf = (at) => (at < 0 ? '' : ([last, beforeLast][clauses.length - 1 - at] ?? between))
  const ended = standing.map((block) => ({ ...block, end: endOf(clauses.indexOf(block)) }))
  const words = { format: 'paraph-words/1', declaration: id, language, blocks: ended }
  must(isSame(JSON.parse(frozen.words), words), 'reading', name)
  return head
}

// Whose signature each is, paraph-verify-roll.mjs checks.
function checkRoll(acts, endorsements, final) {
  const roll = new Map()
  for (const it of acts) {
    const { kind, act, state, version, hash, by, paper } = it
    if (kind === 'endorsement withdrawn') must(roll.get(state)?.act === it.endorsement, 'withdrawn', act)
    if (kind === 'endorsement withdrawn') roll.delete(state)
    if (kind !== 'text endorsed') continue
    must(final && act > final.act, 'early', state, act)
    must(version === final.number && hash === final.hash, 'endorsed', state, act)
    const isIts = by.role === 'signatory' && by.delegation === state
    must(paper ? by.role === 'secretariat' : isIts, 'signatory', act, state)
    must(!roll.has(state), 'again', state)
    const { kind: _, ...facts } = it
    roll.set(state, facts)
  }
  must(isSame([...roll.values()], endorsements), 'roll')
}

// ——— The silence procedure: the frozen words are adopted at the deadline, unless somebody ended it before

/** What runs after an act: the act that opened it, with the deadline as it was extended; null where none runs. */
function hear(running, act, heads, stands) {
  const [{ kind, at, deadline }, name] = [act, `Act ${act.act} (${act.kind})`]
  if (!/^silence |^text adopted$/.test(kind)) {
    must(!running || !/accepted|adopted|restored|issued|moved/.test(kind), 'frozen', name)
    return running
  }
  must(!running === (kind === 'silence opened'), 'running', name, running ? 'while another' : 'where no')
  must(running || stands(act.frozen), 'stale', name)
  if (kind === 'text adopted') {
    const isOfThem = act.version?.hash === heads[running.frozen].hash
    must(isOfThem && at === running.deadline && act.recorded >= at, 'adopted', name)
  } else {
    const isLater = !running || !deadline || deadline > running.deadline
    must(at < (running ?? act).deadline && isLater, 'deadline', name)
  }
  return kind === 'silence seen' ? running : deadline ? { ...running, ...act } : null
}

// ——— All of it

function check(record, { fingerprint, checkpoint }) {
  must(record?.format === 'paraph-record/1', 'format')
  const key = readKey(record.key)
  const isYours = fingerprint?.replace(/\s/g, '').toLowerCase() === key.fingerprint
  must(fingerprint === undefined || isYours, 'other-key', key.fingerprint)
  const head = readCheckpoint(record.checkpoint, key, 'record’s')
  const kept = checkpoint && readCheckpoint(checkpoint, key, 'kept')
  const isOfIt = ({ origin }) => origin.endsWith(`/declarations/${record.declaration}`)
  must(isOfIt(head), 'elsewhere')
  must(!kept || isOfIt(kept), 'kept-other')
  checkLedger(record, head, kept)
  const acts = record.acts.map(({ act }) => act)
  const { kind, declaration } = acts[0] ?? {}
  must(kind === 'declaration laid', 'laid')
  must(declaration.id === record.declaration, 'foreign')
  const [text, heads] = [new Text(), []]
  let [final, silence] = [null, null]
  const stands = (number) => {
    try {
      return Boolean(checkVersion(heads[number] ?? {}, record.versions[number], text, declaration))
    } catch {
      return false
    }
  }
  for (const act of acts) {
    take(text, act)
    const version = typeof act.version === 'object' ? act.version : null
    must(!version || version.number === heads.length, 'due', act.act, version?.number, heads.length)
    if (version) heads.push(checkVersion(version, record.versions[version.number], text, declaration))
    if (version?.final) final = { ...version, act: act.act }
    silence = hear(silence, act, heads, stands)
  }
  must(record.versions.length === heads.length, 'unissued')
  must(
    isSame(
      record.versions.map(({ number }) => number),
      [...heads.keys()],
    ),
    'numbered',
  )
  checkRoll(acts, record.endorsements, final)
  return { key, head, acts, heads, final, endorsements: record.endorsements.length }
}

const told = ({ key, head, acts, heads, final, endorsements }) => `All is well with ${head.origin}.
${acts.length} acts, root ${head.root}, signed by the key with the fingerprint
${key.fingerprint}
${heads.length} versions: each has exactly the words that the acts before it brought, each in its place.
${final ? `The final version is ${final.symbol}, ${final.hash}.` : 'There is no final version yet.'}
States that endorse it: ${endorsements}.
What no file can show: that this key is the meeting’s, and that nothing was cut off before anybody saw it.
Compare the fingerprint, and keep checkpoints (--fingerprint, --checkpoint).`

/** A page is a certificate: the final text and its roll alone. */
async function toldOf(file, options) {
  if (!file.startsWith('<!doctype html>')) return told(check(JSON.parse(file), options))
  const { checkCertificate } = await import('./certificate.mjs')
  return checkCertificate(file, options, {
    Wrong,
    Tree,
    sha256,
    hex,
    canonical,
    readKey,
    readCheckpoint,
    keyId,
  })
}

async function main(args) {
  const given = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined)
  const [fingerprint, kept] = [given('--fingerprint'), given('--checkpoint')]
  if (args.length !== 1) return console.error(said('usage')) ?? 2
  try {
    const checkpoint = kept && readFileSync(kept, 'utf8')
    return console.log(await toldOf(readFileSync(args[0], 'utf8'), { fingerprint, checkpoint })) ?? 0
  } catch (error) {
    const why = error instanceof Wrong ? error.message : said('unreadable', error.message)
    return console.error(`NOT IN ORDER. ${why}`) ?? 1
  }
}

process.exitCode = await main(process.argv.slice(2))
