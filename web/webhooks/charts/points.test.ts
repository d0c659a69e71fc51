import { expect, test } from 'vitest'
import { pointsOf } from './points.ts'

const stretch = {
  since: '2026-03-10T12:00:00Z',
  attempts: 3,
  sampled: 3,
  delivered: 2,
  failed: 1,
  medianMs: 20,
  p90Ms: 90,
}

test('the share of successful deliveries is shown in percent with one decimal', () => {
  expect(pointsOf([stretch], 'day', 'en')[0]).toMatchObject({ success: 66.7, delivered: 2, failed: 1, medianMs: 20 })
})

test('a period without deliveries has no share', () => {
  const nothing = { ...stretch, delivered: 0, failed: 0, medianMs: null, p90Ms: null }
  expect(pointsOf([nothing], 'day', 'en')[0]?.success).toBeNull()
})

test.each([
  ['day', 'en', /^\d\d:\d\d/],
  ['week', 'en', /Mar \d+, \d\d:\d\d/],
  ['month', 'fr', /^\d+ mars$/],
])('the times of a %s in %s look like %s', (span, language, form) => {
  expect(pointsOf([stretch], span, language)[0]?.since).toMatch(form)
})
