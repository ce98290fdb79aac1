import { Unzip, UnzipInflate } from 'fflate'
import { type Refusal, type RefusalCode, refuse } from '../../../shared/refusal.ts'
import { READING } from './limits.ts'

/** A file of a word processor, unpacked as far as it is read: its parts by name. */
export type Parcel = ReadonlyMap<string, Uint8Array>

/** So much is unpacked between two looks at how much it has become: at most four megabytes. */
const STEP = 4 * 1024

/**
 * Unpacks the wanted parts of an Office Open XML file (a ZIP archive, ECMA-376 part 2), and nothing else. What a part
 * claims to become is looked at before, and what it becomes meanwhile: neither is believed.
 */
export function openParcel(file: Uint8Array, isWanted: (part: string) => boolean): Parcel | Refusal {
  const kind = kindOf(file)
  if (kind !== 'parcel') return refuse(kind)
  const parts = new Map<string, Uint8Array[]>()
  let names = 0
  let unpacked = 0
  const unpack = new Unzip((part) => {
    if (++names > READING.parts) throw new Stop('document/too-much')
    if (MACROS.test(part.name)) throw new Stop('document/macros')
    if (!isWanted(part.name)) return
    if (parts.has(part.name)) throw new Stop('document/damaged')
    if ((part.originalSize ?? 0) > READING.unpacked) throw new Stop('document/too-much')
    const pieces: Uint8Array[] = []
    parts.set(part.name, pieces)
    part.ondata = (fault, piece) => {
      if (fault) throw fault
      unpacked += piece.length
      if (unpacked > READING.unpacked) throw new Stop('document/too-much')
      // Of what the archive lends us for this moment alone.
      pieces.push(piece.slice())
    }
    part.start()
  })
  unpack.register(UnzipInflate)
  try {
    for (let at = 0; at < file.length; at += STEP)
      unpack.push(file.subarray(at, at + STEP), at + STEP >= file.length)
  } catch (fault) {
    return refuse(fault instanceof Stop ? fault.code : 'document/damaged')
  }
  return new Map([...parts].map(([name, pieces]) => [name, joined(pieces)]))
}

class Stop extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

/** Programs within a document, of Word's and of LibreOffice's. */
const MACROS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|activeX\d*\.(?:xml|bin))$|^Basic\//i

/** By its first bytes. */
function kindOf(file: Uint8Array): 'parcel' | RefusalCode {
  const starts = (bytes: readonly number[]) => bytes.every((byte, at) => file[at] === byte)
  if (starts([0x50, 0x4b, 0x03, 0x04])) return 'parcel'
  // A compound file: what Word wrote before 2007, and what it wraps around a document with a password.
  return starts([0xd0, 0xcf, 0x11, 0xe0]) ? 'document/locked' : 'document/not-word'
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
