/**
 * Where the built client runs; where a browser has no workers, a page does not open without the server. Once the page
 * stands: what the worker keeps must not come in the way of what is to be read.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' }).catch(() => {})
  })
}

/**
 * A signatory's page opens from what is kept, and hears of an upgrade a moment later. As long as nobody has touched it,
 * there is nothing on it to lose: then it opens anew at once, as the server has it now.
 */
export function renewUntouched(): () => void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return () => {}
  const { serviceWorker, userActivation } = navigator
  // The first worker of all takes over a page that is as new as itself.
  const before = serviceWorker.controller
  const renew = () => {
    if (before && userActivation && !userActivation.hasBeenActive) location.reload()
  }
  serviceWorker.addEventListener('controllerchange', renew)
  return () => serviceWorker.removeEventListener('controllerchange', renew)
}

/** A signatory's telephone keeps that one page; everybody else's device keeps them all. */
export async function keepAllPages(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage('all')
}
