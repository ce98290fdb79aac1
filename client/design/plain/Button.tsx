import type { ReactNode } from 'react'
import '../parts/Button.css'

export interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  readonly isDisabled?: boolean
  /** Keeps the button focusable, and does nothing while it is at work. */
  readonly isPending?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'medium', isDisabled, isPending, onPress, children } = props
  return (
    <button
      type="button"
      className={`button button-${kind} button-${size}`}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      data-pending={isPending || undefined}
      onClick={isPending ? undefined : onPress}
    >
      {children}
    </button>
  )
}
