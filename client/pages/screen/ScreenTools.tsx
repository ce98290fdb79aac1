import { useEffect, useState } from 'react'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'

/** For who sets up the hall: light or dark, and the whole screen. Seen only when one reaches for it. */
export function ScreenTools() {
  const { screen } = useMessages()
  const [scheme, setScheme] = useState<'' | 'dark' | 'light'>('')
  useEffect(() => {
    const { style } = document.documentElement
    style.colorScheme = scheme
    return () => {
      style.colorScheme = ''
    }
  }, [scheme])
  const isDark = scheme === 'dark' || (scheme === '' && matchMedia('(prefers-color-scheme: dark)').matches)
  const fill = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  return (
    <div className="screen-tools no-print">
      <Button size="small" onPress={() => setScheme(isDark ? 'light' : 'dark')}>
        {isDark ? screen.light : screen.dark}
      </Button>
      <Button size="small" onPress={() => void fill()}>
        {screen.full}
      </Button>
    </div>
  )
}
