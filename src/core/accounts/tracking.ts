import { type Fault, fault } from '../errors.ts'
import { checkText } from '../text.ts'

const most = 200
const path = ['trackingParameters']

/** The faults of a list of tracking parameters. A star at the end of a name matches any ending. */
export function findTrackingFaults({ trackingParameters: names }: { trackingParameters?: string[] | null }): Fault[] {
  if (!names) return []
  if (names.length > most) return [fault(path, 'max_items', { most, value: names.length })]
  return names.flatMap((name, index) => {
    const at = [...path, String(index)]
    const faults = checkText(at, name, { maxLength: 100, minLength: 1 })
    if (faults.length > 0 || /^[^*]+\*?$/.test(name)) return faults
    return [fault(at, 'name_pattern', { value: name })]
  })
}
