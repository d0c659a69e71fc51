import type { Person, VerificationType } from '../../../core/verifications/index.ts'

/** The scenarios. The person's last name chooses one, in any case. Any other name gives `clear`. */
export const scenarios = {
  clear: 'Completes, verified.',
  consider: 'Completes with a finding that a person must review: the result stays pending.',
  reject: 'Completes, rejected.',
  suspend: 'Asks the person for a document, waits 30 seconds for it, completes, verified.',
  dispute: 'Completes, rejected; is disputed and re-opened; completes, verified.',
  cancel: 'The provider cancels.',
  slow: 'Takes a day.',
  stuck: 'Completes, but never says when to look again: only the hourly reconciliation finds out.',
  positive: 'A drug test completes, rejected (positive).',
  dilute: 'A drug test is negative but dilute; a second specimen is collected and is negative.',
  noshow: 'The person does not come to the drug test: it is cancelled.',
} as const

export type Scenario = keyof typeof scenarios

const drugOnly: ReadonlySet<Scenario> = new Set(['positive', 'dilute', 'noshow'])

export function chooseScenario(type: VerificationType, person: Person): Scenario {
  const name = person.legalName?.last.toLowerCase().replaceAll(/[^a-z]/g, '') ?? ''
  const scenario = findScenario(name) ?? 'clear'
  return drugOnly.has(scenario) && type !== 'panel_drug' ? 'clear' : scenario
}

/** The reason to refuse a person, as a real provider would: no issued number begins with 000 or 666. */
export function findRefusal(person: Person): string | null {
  if (person.ssn?.startsWith('000')) return 'ssn_refused'
  return person.ssn?.startsWith('666') ? 'bad_request' : null
}

export function findScenario(name: string): Scenario | undefined {
  return isScenario(name) ? name : undefined
}

function isScenario(name: string): name is Scenario {
  return Object.hasOwn(scenarios, name)
}
