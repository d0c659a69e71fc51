import { expect, test } from 'vitest'
import { pasteTags, tagsIn, tagsOfList } from './tags.tsx'

test.each([
  'drivers, canada',
  'drivers;canada',
  'drivers\r\ncanada\n',
  'drivers\tcanada',
  ' drivers ,, canada, drivers',
])('the pasted list %j becomes two tags', (list) => {
  expect(tagsOfList(list)).toEqual(['drivers', 'canada'])
})

test('a pasted list takes the place of what is selected and stays apart from the tags beside it', () => {
  const field = { value: 'old, gone, last', selectionStart: 5, selectionEnd: 9 }
  expect(pasteTags(field, 'drivers\ncanada')).toBe('old, drivers, canada, last')
  expect(pasteTags({ value: 'old', selectionStart: 3, selectionEnd: 3 }, 'a\nb')).toBe('old, a, b')
})

test('a tag with a semicolon stays one tag while others are typed beside it', () => {
  expect(tagsIn('red; blue, canada, ')).toEqual(['red; blue', 'canada'])
})
