import type { Fault } from '../errors.ts'
import { checkText } from '../text.ts'

const most = 200
const path = ['trackingParameters']

/** The broken rules of a list of tracking parameters: names, of which a star at the end stands for any end. */
export function findTrackingFaults({ trackingParameters: names }: { trackingParameters?: string[] | null }): Fault[] {
  if (!names) return []
  if (names.length > most) return [{ path, rule: 'max_items', message: `Name at most ${most}.`, value: names.length }]
  return names.flatMap((name, index) => {
    const at = [...path, String(index)]
    const faults = checkText(at, name, { maxLength: 100, minLength: 1 })
    if (faults.length > 0 || /^[^*]+\*?$/.test(name)) return faults
    return [
      { path: at, rule: 'pattern', message: 'Write a name, or the beginning of names and one star.', value: name },
    ]
  })
}
