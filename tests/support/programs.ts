import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const MINUTE = 60_000

/** Programs that are not ours, which open what we produce, and the packages in which Debian has them. */
const PACKAGES = {
  soffice: ['libreoffice-writer', 'libreoffice-calc', 'python3-uno'],
  pdftotext: ['poppler-utils'],
  pdftoppm: ['poppler-utils'],
  pdfinfo: ['poppler-utils'],
  qpdf: ['qpdf'],
  xmllint: ['libxml2-utils'],
} as const
export type Program = keyof typeof PACKAGES

/** Where the program is: on this machine, or else installed now. Throws where none can be had: no test is skipped. */
export function programOf(name: Program): string {
  const found = onPath(name)
  if (found && isWhole(name, found)) return found
  installFromDebian(PACKAGES[name])
  const installed = onPath(name)
  if (!installed || !isWhole(name, installed))
    throw new Error(`Documents are read by ${name}, which could not be installed.`)
  return installed
}

/**
 * Of Debian's two LibreOffices the one without dialogs dies of a comment, for it has no window to show it in; and tables
 * are opened by a part of its own.
 */
function isWhole(name: Program, path: string): boolean {
  if (name !== 'soffice') return true
  const root = resolve(realpathSync(path), '../..')
  const parts = ['share/config/soffice.cfg/modules/swriter/ui/annotation.ui', 'program/libsclo.so']
  return parts.every((it) => existsSync(resolve(root, it)))
}

/** A Python that speaks with LibreOffice: Debian's own, whatever other stands before it on the path. */
export function pythonOfOffice(): string {
  const python = ['/usr/bin/python3', onPath('python3') ?? '']
  const speaks = () => python.find((path) => isExecutable(path) && imports(path, 'uno'))
  const found = speaks()
  if (found) return found
  installFromDebian(['python3-uno'])
  const installed = speaks()
  if (!installed) throw new Error('LibreOffice is driven by Python, whose module uno could not be installed.')
  return installed
}

function imports(python: string, module: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable)
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function installFromDebian(packages: readonly string[]): void {
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`no apt-get here to install ${packages.join(', ')}`)
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  run([...apt, 'update'], 3 * MINUTE)
  run([...apt, 'install', '-y', '--no-install-recommends', ...packages], 8 * MINUTE)
}

export function run([program = '', ...rest]: readonly string[], timeout: number): void {
  execFileSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'], timeout, killSignal: 'SIGKILL' })
}
