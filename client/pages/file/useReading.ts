import { useRef, useState } from 'react'
import type { Found } from '../../../shared/found.ts'
import type { CapacityId, DeclarationId } from '../../../shared/ids.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { LONGEST_FILE, readFile } from '../../api/file.ts'

export type Reading =
  | { readonly is: 'waiting' }
  | { readonly is: 'too long'; readonly file: File }
  | { readonly is: 'reading'; readonly file: File }
  | { readonly is: 'refused'; readonly file: File; readonly failure: Failure }
  | { readonly is: 'read'; readonly file: File; readonly found: Found }

/** One file at a time: the last that was chosen. */
export function useReading(declaration: DeclarationId, capacity: CapacityId) {
  const [reading, setReading] = useState<Reading>({ is: 'waiting' })
  const latest = useRef<File | null>(null)
  const read = async (file: File) => {
    latest.current = file
    if (file.size > LONGEST_FILE) return setReading({ is: 'too long', file })
    setReading({ is: 'reading', file })
    const answer = await readFile(declaration, capacity, file)
    if (latest.current !== file) return
    setReading(
      isFailure(answer) ? { is: 'refused', file, failure: answer } : { is: 'read', file, found: answer },
    )
  }
  return { reading, read }
}
