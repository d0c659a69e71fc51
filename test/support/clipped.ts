/**
 * The words of a page that do not fit into their place, read in the browser: texts that their box cuts off, and values
 * that are longer than their input. Scrolling text, and text with its whole words in a title, counts as fitting.
 */
export const readClipped = `(() => {
  const slack = 1
  const measure = document.createElement('canvas').getContext('2d')
  const isShown = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && one.clientWidth > 2 && one.clientHeight > 2
  const nameOf = (one, text) => one.tagName.toLowerCase() + ' cuts off “' + text.trim().replace(/\\s+/g, ' ').slice(0, 60) + '”'
  const widthOf = (one, text) => {
    measure.font = getComputedStyle(one).font
    return measure.measureText(text).width
  }
  const isCutBox = (one) => {
    const { overflowX, overflowY, whiteSpace } = getComputedStyle(one)
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip'
    const hasText = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')
    if (!hasText) return false
    return (hides(overflowX) && one.scrollWidth > one.clientWidth + slack) || (hides(overflowY) && one.scrollHeight > one.clientHeight + slack && whiteSpace !== 'nowrap')
  }
  const room = (one) => {
    const { paddingLeft, paddingRight } = getComputedStyle(one)
    return one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
  }
  const found = []
  for (const one of document.querySelectorAll('main *, header *, nav *, dialog *, [role=dialog] *')) {
    if (one.closest('.cm-editor, svg, [title]') || !isShown(one)) continue
    if (one.matches('select')) {
      const text = one.selectedOptions[0]?.label ?? ''
      if (widthOf(one, text) > room(one) + slack) found.push(nameOf(one, text))
    } else if (one.matches('input:not([type=checkbox], [type=radio], [type=hidden], [type=range], [type=file])')) {
      const text = one.value || one.placeholder
      if (!one.value && widthOf(one, text) > room(one) + slack) found.push(nameOf(one, text))
    } else if (isCutBox(one)) found.push(nameOf(one, one.textContent))
  }
  return [...new Set(found)]
})()`
