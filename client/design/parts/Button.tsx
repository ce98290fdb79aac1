import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './Button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  readonly children: ReactNode
}

/** `isPending` keeps the button focusable and says that it is at work. */
export function Button({ kind = 'secondary', size = 'medium', children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button button-${kind} button-${size}`}>
      {children}
    </AriaButton>
  )
}
