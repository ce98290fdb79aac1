import { useState } from 'react'
import { useMessages } from '../../i18n.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface CopyButtonProps {
  readonly text: string
  readonly label?: string
  readonly kind?: 'primary' | 'secondary' | 'quiet'
}

export function CopyButton({ text, label, kind = 'secondary' }: CopyButtonProps) {
  const { common } = useMessages()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button kind={kind} onPress={copy} onBlur={() => setCopied(false)}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied ? common.copied : (label ?? common.copy)}</span>
    </Button>
  )
}
