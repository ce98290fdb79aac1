import '../parts/Button.css'
import { Icon, type IconName } from '../parts/Icon.tsx'

export interface IconButtonProps {
  readonly icon: IconName
  /** What it does: spoken, and shown on hover. */
  readonly label: string
  readonly onPress: () => void
}

export function IconButton({ icon, label, onPress }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}
