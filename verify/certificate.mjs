// Checks a certificate of Paraph, the page that has the final text and its roll. It is the second file of
// paraph-verify.mjs, which hands it all that checks hashes, ledgers and signatures.

const SEAL = '<script type="text/plain" id="seal">\n'

/** The data in the page, and the seal at its end over every byte before. */
function readPage(page, { must }) {
  const at = page.lastIndexOf(SEAL)
  const [before, end] = [page.slice(0, at), page.slice(at + SEAL.length)]
  const [, seal] = /^([^<]*)<\/script>\n<\/body>\n<\/html>\n$/.exec(end) ?? []
  must(at > 0 && seal, 'The page', 'has no seal at its end, or something was put behind it')
  const [, data] = /.*<script type="application\/json" id="data">([^<]*)<\/script>/s.exec(before) ?? []
  must(data, 'The page', 'has no data that could be checked')
  return { before, seal, data }
}

/** What is found right, as `checkRecord` finds it of a record. */
export function checkCertificate(page, { fingerprint, checkpoint }, states, tools) {
  const { checkLedger, hashOf, isSame, must, openNote, readKey, rollOf } = tools
  const { before, seal, data } = readPage(page, tools)
  const certificate = JSON.parse(data)
  must(certificate.format === 'paraph-certificate/1', 'The page', 'is no certificate, or of a later format')
  const key = readKey(certificate.key, fingerprint)
  const sealed = `${key.name}\ncertificate ${hashOf(data)}\nfile ${hashOf(before)}\n`
  must(openNote(seal, key, 'seal') === sealed, 'The page', 'is not, byte for byte, the one that was sealed')
  // What stands before its first act is told by hashes alone, which say nothing of single acts.
  const isOlder = Number(checkpoint?.split('\n')[1]) < certificate.before.size
  must(!isOlder, 'The checkpoint that you kept', 'is older than the certificate: check the record with it')
  const acts = certificate.acts.map((it) => ({ act: JSON.parse(it) }))
  const ledger = checkLedger({ ...certificate, acts }, key, checkpoint)
  const isFinal = ledger.acts[0]?.version?.final === true
  must(isFinal, 'The certificate', 'does not begin with the act that made the text final')
  const { final, roll } = rollOf(ledger, states?.witness(ledger, tools))
  must(hashOf(certificate.words) === final.hash, 'The words', 'are not those of the hash that was made final')
  const endorsing = roll.map(({ state }) => state).sort()
  for (const [language, named] of Object.entries(certificate.rolls)) {
    const isRoll = isSame(named.map(([code]) => code).sort(), endorsing)
    must(isRoll, `The roll (${language})`, 'has other States than those that endorse by the acts')
  }
  return { ...ledger, key, final, roll }
}
