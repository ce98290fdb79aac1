#!/usr/bin/env node
// Checks a record of Paraph (docs/record-format.md) without Paraph: with Node 20 or later, and nothing else.
//   node paraph-verify.mjs <file> [--fingerprint <hex>] [--checkpoint <file>]
// With the SHA-256 of the key that the meeting made known by another way, and a checkpoint that you kept.
// Exit code: 0 all is well; 1 something is wrong, and is named; 2 it was not asked as above; 3 all is well
// but for what states.mjs, which was not beside it, would find: who signed, and how silences ended.
import assert from 'node:assert'
import { createHash, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const must = (isSo, about, fault) => assert(isSo, `${about} ${fault}.`)

// ——— Bytes: SHA-256, and JSON in the one form of RFC 8785
const sha256 = (...parts) => parts.reduce((hash, it) => hash.update(it), createHash('sha256')).digest()
const hashOf = (...parts) => sha256(...parts).toString('hex')
const bytesOf = (base64) => Buffer.from(String(base64), 'base64')

/** JSON.stringify writes numbers and strings as RFC 8785 has them; names go in the order of UTF-16. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).filter((name) => value[name] !== undefined)
  return `{${names.sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`
}
const isSame = (a, b) => canonical(a) === canonical(b)
const only = (names) => (it) => Object.fromEntries(names.split(' ').map((name) => [name, it?.[name]]))
/** As the key is: Ed25519, or ECDSA or RSA, for which OpenSSL takes SHA-256; the key in DER. */
const isSigned = (bytes, key, signed) => verify(null, bytes, { key, format: 'der', type: 'spki' }, signed)

// ——— The ledger: c2sp.org/signed-note, c2sp.org/tlog-checkpoint, and the tree of RFC 6962
const idOf = (name, key) => sha256(`${name}\n`, Buffer.of(1), key).subarray(0, 4)
function readKey(written, yours) {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written) ?? []
  const [key, der] = [bytesOf(base64).subarray(1), Buffer.from('302a300506032b6570032100', 'hex')]
  must(key.length === 32 && idOf(name, key).toString('hex') === id, 'The key', 'was exchanged or renamed')
  const [fingerprint, asked] = [hashOf(key), yours?.replace(/\s/g, '').toLowerCase()]
  must((asked ?? fingerprint) === fingerprint, 'The file', `is signed by another key: ${fingerprint}`)
  return { name, key, fingerprint, spki: Buffer.concat([der, key]) }
}

/** Its text, signed in its own name: after a change of PARAPH_ORIGIN the same key signs in another. */
function openNote(note, { name, key, spki }, what) {
  const [text, lines = ''] = String(note).split(/(?<=\n)\n(?=— )/)
  const isOwn = ([, by, it]) => text.startsWith(`${by}\n`) && bytesOf(it).indexOf(idOf(by, key)) === 0
  const own = [...lines.matchAll(/^— (\S+) (\S+)$/gm)].find(isOwn)
  must(own, `The ${what}`, `has no signature by the key in the file (${name})`)
  const isRight = isSigned(Buffer.from(text), spki, bytesOf(own[2]).subarray(4))
  must(isRight, `The signature of the ${what}`, 'is by another key, or of another text')
  return text
}

function readCheckpoint(note, key, { declaration }, what) {
  const text = openNote(note, key, what)
  const [, origin = '', size, root] = /^([^\n]+)\n(0|[1-9]\d*)\n(\S{44})\n/.exec(text) ?? []
  must(origin.endsWith(`/declarations/${declaration}`), `The ${what}`, 'is of another declaration')
  return { origin, size: Number(size), root: bytesOf(root).toString('hex') }
}

/** The root before each act, and after the last; `before` has the whole subtrees so far, largest first. */
function rootsOf(acts, before) {
  const node = (right, left) => sha256(Buffer.of(1), left, right)
  const peaks = before.peaks.map((hex) => Buffer.from(hex, 'hex'))
  const roots = [peaks.length === 0 ? hashOf() : peaks.reduceRight(node).toString('hex')]
  for (const [at, { act }] of acts.entries()) {
    peaks.push(sha256(Buffer.of(0), canonical(act)))
    for (let n = before.size + at; n % 2 === 1; n = (n - 1) / 2) peaks.push(node(peaks.pop(), peaks.pop()))
    roots.push(peaks.reduceRight(node).toString('hex'))
  }
  return roots
}

/** Every act in its place, under the head that was signed and the one that was kept. */
function checkLedger({ before = { size: 0, peaks: [] }, ...file }, key, checkpoint) {
  const head = readCheckpoint(file.checkpoint, key, file, 'record’s checkpoint')
  const kept = checkpoint && readCheckpoint(checkpoint, key, file, 'kept checkpoint')
  const [acts, roots] = [file.acts.map(({ act }) => act), rootsOf(file.acts, before)]
  const [size, rootAt] = [before.size + acts.length, (count) => roots[count - before.size]]
  for (const [at, { act }] of acts.entries()) {
    const last = at === 0 ? 'its beginning' : `act ${acts[at - 1].act}`
    const fault = `names another history: ${last} was changed, or an act removed, inserted or moved`
    must((file.acts[at].before ?? roots[at]) === roots[at], `Act ${act}`, fault)
    must(!(act <= acts[at - 1]?.act), `Act ${act}`, `stands after ${last}: they are not in their order`)
  }
  must(!(kept?.size > size), 'The tail', 'was cut, or the file is older than the checkpoint that you kept')
  must(!kept || rootAt(kept.size) === kept.root, 'The history', 'was rewritten since the checkpoint of yours')
  must(size === head.size, 'The tail', `was changed: acts were ${size < head.size ? 'removed' : 'inserted'}`)
  must(rootAt(size) === head.root, 'The acts', 'are not those that were signed: one was changed')
  return { ...file, head, acts, rootAt, first: before.size }
}

// ——— The text, replayed: every UTF-16 unit has an id, and an act that brought it
const unitsOf = (pen, clock, length) => Array.from({ length }, (_, at) => `${pen}:${clock + at}`)
const idsOf = (ranges = []) => ranges.flatMap((range) => unitsOf(...range))

/** What a wording does, in one form. Early ones don't name the ids: they follow from the order of writing. */
function changesIn({ hunks, added }, pen) {
  // A block takes one clock for itself, one for its text, one for each unit, and one for its id.
  const blocks = added.map((it) => ({ clause: it.id, insert: it.text, come: it.come?.slice(1), around: 2 }))
  let clock = 0
  return [...hunks.toSorted((a, b) => b.from - a.from || b.to - a.to), ...blocks].map((it) => {
    const { insert, around = 0, come = [[pen, clock + around, insert.length]] } = it
    clock += around + insert.length + around / 2
    return { ...it, come }
  })
}

const WORDING = { hunks: 'clause from to was insert', added: 'after id kind text', moved: 'clause after' }

/** What acts made of the text so far: units by id; orders in which ids stand; clauses; wordings in force. */
class Text {
  units = new Map()
  orders = []
  blocks = new Map()
  moves = new Map()
  wordings = new Map()

  take(act) {
    if (act.blocks) this.accept(act, { pen: 1, edits: { hunks: [], added: act.blocks } })
    if (act.edits) this.word(act, act)
    if (/^amendment (rejected|withdrawn)$/.test(act.kind)) this.wordings.delete(act.amendment)
    if (!/^(amendment accepted|consolidation adopted|text restored)$/.test(act.kind)) return
    const inForce = this.wordings.get(act.amendment)
    must(inForce?.wording === act.wording, `Act ${act.act}`, 'accepts another wording than the one in force')
    // A sub-amendment gives its parent a new wording; the text stays as it is.
    if (!act.parent) this.accept(act, inForce)
    else this.word(act, { ...this.wordings.get(act.parent.amendment), ...act.parent })
    for (const it of [act.amendment, ...(act.supersedes ?? []), ...(act.falls ?? [])])
      this.wordings.delete(it)
  }
  word({ act }, it) {
    const parts = Object.entries(WORDING).map(([part, names]) => [part, it.edits[part]?.map(only(names))])
    const hash = hashOf(canonical({ format: 'paraph-wording/1', ...Object.fromEntries(parts) }))
    must(hash === it.wording, `Act ${act}`, 'has other words than the hash that sponsors put their names to')
    this.wordings.set(it.amendment, it)
  }
  accept({ act, blocks, labels = {}, lost = [], lostMoves = [] }, { edits, pen, act: since }) {
    for (const change of changesIn(edits, pen)) {
      const { clause, insert, left, right, copies } = change
      const [come, from] = [idsOf(change.come), idsOf(copies).map((id) => this.units.get(id)?.unit)]
      const gone = idsOf(change.gone).map((id) => this.units.get(id))
      const areNew = come.length === insert.length && !come.some((id) => this.units.has(id))
      must(areNew && gone.every(Boolean), `Act ${act}`, 'brings or takes out other characters than it can')
      must(!copies || from.join('') === insert, `Act ${act}`, 'brings back other words than stood before')
      for (const unit of gone) unit.stands = false
      // What had lost its place came in deleted. Early acts don't name its ids, and it came in all the same.
      const stands = !lost.some((it) => isSame(it, change))
      for (const [at, id] of come.entries()) this.units.set(id, { unit: insert[at], clause, act, stands })
      this.orders.push([left?.join(':'), ...come, right?.join(':')])
    }
    for (const { id, kind, after } of edits.added)
      this.blocks.set(id, { after, act, since, isNew: !blocks, name: { id, kind, label: labels[id] ?? '' } })
    const moved = edits.moved?.filter((it) => !lostMoves.some((lost) => isSame(lost, it))) ?? []
    for (const move of moved) for (const key of move.come) this.moves.set(key, move)
  }
  /** A version has exactly the units that stand, each in its clause, in an order that acts allow. */
  compare(blocks, its) {
    const seen = new Map()
    for (const { id: block, runs } of blocks)
      for (const [pen, clock, words] of runs)
        for (const [at, id] of unitsOf(pen, clock, words.length).entries()) {
          const { unit, clause, act, stands } = this.units.get(id) ?? {}
          its(unit, `has words in ${block} that no accepted act brought: “${words}”`)
          its(stands, `has words in ${block} that an act took out: “${words}”`)
          its(unit === words[at], `has other words in ${block} than act ${act} brought: “${words}”`)
          its(clause === block && !seen.has(id), `has words of act ${act} in another place: “${words}”`)
          seen.set(id, seen.size)
        }
    for (const [id, { clause, act, stands }] of this.units)
      its(!stands || seen.has(id), `lacks words in ${clause} that act ${act} brought and no act took out`)
    const inOrder = (ids) => ids.flatMap((id) => seen.get(id) ?? []).every((n, i, all) => !(n <= all[i - 1]))
    its(this.orders.every(inOrder), 'has its words in another order than the acts gave them')
    const isThat = isSame(blocks.map(only('id kind label')), this.ordered(blocks.map(({ id }) => id)))
    its(isThat, 'has its clauses in another order than the acts, or under other numbers')
  }
  /** As acts put them; of new ones at one place the version has the first, or pens, where one was moved. */
  ordered(shown) {
    const [order, byKey] = [[], new Intl.Collator('en', { numeric: true }).compare]
    const moves = [...this.moves.keys()].sort(byKey).map((key) => this.moves.get(key))
    const isFree = (id) => !moves.some((it) => it.clause === id)
    const isRead = (a, b) => shown.indexOf(a) < shown.indexOf(b)
    const isOlder = (a, b) => this.blocks.get(a).act > this.blocks.get(b).since && byKey(a, b) < 0
    const isFirst = (a, b) => (isFree(a) && isFree(b) ? isRead : isOlder)(a, b)
    for (const [id, { after, isNew }] of this.blocks) {
      let at = isNew ? order.indexOf(after) + 1 : order.length
      while (isNew && this.blocks.get(order[at])?.isNew && isFirst(order[at], id)) at++
      order.splice(at, 0, id)
    }
    for (const { clause, after } of moves) {
      if (clause === after || !order.includes(clause) || !order.includes(after ?? clause)) continue
      order.splice(order.indexOf(clause), 1)
      order.splice(order.indexOf(after) + 1, 0, clause)
    }
    return order.map((id) => this.blocks.get(id).name)
  }
}

/** Frozen words and exact state have their hashes, say the same, and are the text as the acts made it. */
function checkVersion({ head, frozen, text, laid }, why = '') {
  const name = `${why}Version ${head?.number} (${head?.symbol})`
  must(frozen, name, 'was issued, and its words are not in the record')
  must(hashOf(frozen.words) === head.hash, `The words of ${name}`, 'are not those of its hash')
  must(hashOf(frozen.state) === head.state, `The exact state of ${name}`, 'is not that of its hash')
  const [state, { last, beforeLast, between }] = [JSON.parse(frozen.state), laid.punctuation]
  text.compare(state.blocks, (isSo, fault) => must(isSo, name, fault))
  const wordsOf = ({ kind, label, runs }) => ({ kind, label, text: runs.map((run) => run[2]).join('') })
  const read = state.blocks.map(wordsOf).filter((it) => it.text !== '')
  let left = read.filter(({ kind }) => kind === 'clause').length
  const endOf = ({ kind }) => (kind === 'clause' ? ([last, beforeLast][--left] ?? between) : '')
  const blocks = read.map((it) => ({ ...it, end: endOf(it) }))
  const words = { format: 'paraph-words/1', declaration: laid.id, language: laid.language, blocks }
  must(canonical(words) === frozen.words, `The words of ${name}`, 'are not those of its exact state')
}

/** The acts make every version, as it was issued. `follow` hears each, and can check a version then. */
function replay({ versions, acts }, follow) {
  const [text, heads, laid] = [new Text(), [], acts[0].declaration]
  const check = (at, why) => checkVersion({ head: heads[at], frozen: versions[at], text, laid }, why)
  for (const act of acts) {
    text.take(act)
    const issued = typeof act.version === 'object' && act.version
    must(!issued || heads.push(issued) === issued.number + 1, `Act ${act.act}`, 'issues the wrong version')
    if (issued) check(issued.number)
    follow?.(act, heads, check)
  }
  const areIssued = versions.every(({ number }, at) => number === at && heads[at])
  must(areIssued, 'The record', 'has a version that no act issued, or that is not in its place')
}

/** The endorsements in force after all acts, in their order; `prove` finds by whom each is signed. */
function rollOf({ acts, first }, prove) {
  let [roll, final] = [new Map(), null]
  for (const [at, act] of acts.entries()) {
    const { kind, state, by } = act
    const [before, isNew] = [roll.get(state), kind === 'text endorsed']
    const isBack = kind === 'endorsement withdrawn'
    if (act.version?.final) final = act.version
    if (isNew || isBack) {
      const its = (isSo, fault) => must(isSo, `Act ${act.act} (${kind}, ${state})`, fault)
      const { version, hash } = { ...before, ...act }
      its(final, 'comes before there was a final version')
      const isForIt = version === final.number && hash === final.hash
      its(isForIt, 'is for other words than those of the final version')
      const isOwn = act.paper ? by.role === 'secretariat' : by.role === 'signatory' && by.delegation === state
      its(isOwn, 'is not by its signatory')
      must(!isNew || !before, state, `endorsed twice (act ${act.act})`)
      its(isNew || before?.act === act.endorsement, 'withdraws what does not stand')
    }
    prove?.(act, { place: first + at, final, before })
    if (isNew) roll.set(state, act)
    if (isBack) roll.delete(state)
  }
  return { final, roll: [...roll.values()].map(({ kind: _, ...endorsement }) => endorsement) }
}

function checkRecord(file, { fingerprint, checkpoint }, states) {
  const record = JSON.parse(file)
  must(record?.format === 'paraph-record/1', 'The file', 'is not a record of Paraph, or of a later format')
  must(file.trim() === JSON.stringify(record), 'The file', 'says something twice, or not as it was saved')
  const key = readKey(record.key, fingerprint)
  const ledger = checkLedger(record, key, checkpoint)
  must(ledger.acts[0]?.declaration?.id === record.declaration, 'The record', 'does not begin as it was laid')
  replay(ledger, states?.silences(tools))
  const { final, roll } = rollOf(ledger, states?.witness(ledger, tools))
  must(isSame(roll, record.endorsements), 'The roll', 'does not say what the acts of endorsement say')
  return { ...ledger, key, final, roll }
}

const told = ({ key, head, final, roll }) => `All is well with ${head.origin}: ${head.size} acts,
root ${head.root}, signed by the key with the fingerprint ${key.fingerprint}.
${final ? `The final version is ${final.symbol}, ${final.hash}.` : 'There is no final version yet.'}
States that endorse it: ${roll.length}.
Signed: ${roll.filter((it) => it.signed).length}; on paper: ${roll.filter((it) => it.paper).length}.
Compare the fingerprint and keep checkpoints: no file shows whose key it is, or what was cut off before.`

const tools = { bytesOf, canonical, hashOf, isSame, isSigned, must, only }
const forPages = { ...tools, checkLedger, openNote, readKey, rollOf }

const args = process.argv.slice(2)
const given = (name) => (args.includes(name) ? (args.splice(args.indexOf(name), 2)[1] ?? '') : undefined)
const [fingerprint, kept] = [given('--fingerprint'), given('--checkpoint')]
if (args.length !== 1 || fingerprint === '' || kept === '') {
  console.error('Usage: paraph-verify <file> [--fingerprint <hex>] [--checkpoint <file>]')
  process.exit(2)
}
try {
  const [file, checkpoint] = [args[0], kept].map((it) => it && readFileSync(it, 'utf8'))
  const states = await import('./states.mjs').catch(() => null)
  const check = file.startsWith('<') ? (await import('./certificate.mjs')).checkCertificate : checkRecord
  const found = check(file, { fingerprint, checkpoint }, states, forPages)
  console.log(told(found))
  const isLeft = ({ kind }) => /^(silence|text (adopted|endorsed)|language version)/.test(kind)
  if (!states && found.acts.some(isLeft)) {
    console.error('Not checked, for want of states.mjs beside this program: who signed, and silences.')
    process.exitCode = 3
  }
} catch ({ code, message }) {
  console.error(`NOT IN ORDER. ${code === 'ERR_ASSERTION' ? message : `It can not be read: ${message}.`}`)
  process.exitCode = 1
}
