import type { HealthKind } from '../../domain/child/child.ts'

export const healthCalled: Readonly<Record<HealthKind, string>> = {
  condition: 'Condition',
  medication: 'Medicine',
  allergy: 'Allergy',
}
