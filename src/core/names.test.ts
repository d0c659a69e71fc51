import { expect, test } from 'vitest'
import { isNameOf, isSameName } from './names.ts'

test.each([
  ['Robin Clear', 'ROBIN  clear'],
  ['Robin Clear', 'Clear, Robin'],
  ['Zoë Łukasiewicz', 'Zoe Lukasiewicz'],
  ["Siobhán O'Brien", 'Siobhan O’Brien'],
  ["Siobhán O'Brien", 'obrien siobhan'],
  ['Siobhán O’Brien', 'Siobhan O Brien'],
  ['Jean-Luc Picard', 'Jean Luc Picard'],
  ['Jean-Luc Picard', 'Picard Jeanluc'],
  ['Jürgen Müller', 'Juergen Mueller'],
  ['Jürgen Müller', 'Jurgen Muller'],
  ['Søren Åberg', 'Soeren Aaberg'],
  ['Weiß', 'WEISS'],
  ['İpek Işık', 'ipek isik'],
  ['山田 太郎', '山田太郎'],
  ['Νίκος Παππάς', 'ΝΙΚΟΣ ΠΑΠΠΑΣ'],
  ['Martin Luther King Jr.', 'martin luther king jr'],
  ['Jose\u0301 García', 'José Garcia'],
])('%s and %s are the same name', (one, other) => {
  expect([isSameName(one, other), isSameName(other, one), isNameOf(other, one)]).toEqual([true, true, true])
})

test.each([
  ['Robin Clear', 'Robin Clears'],
  ['Robin Clear', 'Eve Other'],
  ['Robin Clear', 'Robin Other'],
  ['Robin Clear', 'Robin Robin'],
  ['Ada', 'Aad'],
  ['Robin Clear', 'Robin Clear and Eve Other'],
  ['山田 太郎', '山田 花子'],
  ['Robin', ''],
])('%s and %s are two names', (one, other) => {
  expect([isSameName(one, other), isSameName(other, one), isNameOf(other, one)]).toEqual([false, false, false])
})

test.each(['Robin', 'clear', 'Robin Clear', 'Clear, A.'])('%s is a name of Robin A. Clear', (typed) => {
  expect(isNameOf(typed, 'Robin A. Clear')).toBe(true)
})

test('one letter does not count as a longer name', () => {
  expect([isNameOf('A', 'Robin A. Clear'), isNameOf('o', "Siobhán O'Brien"), isNameOf('U', 'U')]).toEqual([
    false,
    false,
    true,
  ])
})
