const sentence = /(['"`])(?:\p{Lu}|\$\{)(?:(?!\1).)* (?:(?!\1).)*[.!?]\1/u

/**
 * The texts of a file that read as sentences for people. Comments, errors about bugs, log lines, and descriptions for
 * documents do not count.
 */
export function findSentences(text: string): string[] {
  const code = text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/(?:new Error|\blog\.\w+)\((?:[^()]|\([^()]*\))*\)/g, '')
  return code.split('\n').flatMap((line) => {
    if (/^\s*\/\/|\b(?:description|about):/.test(line)) return []
    return sentence.exec(line)?.[0] ?? []
  })
}

/**
 * Runs of words that are prose: they have three small words of English or French. A file of core has none, except in
 * SQL.
 */
export function findProse(text: string): string[] {
  const code = text
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/new Error\((?:[^()]|\([^()]*\))*\)/g, '')
    .replaceAll(/\bsql(?:<[^`]*?>)?`(?:[^`$]|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\})*`/g, '')
  return [...code.matchAll(/(['"`])((?:(?!\1).)*)\1/gs)].flatMap(([, , said = '']) => {
    const small =
      said
        .replaceAll(/\$\{[^}]*\}/g, ' x ')
        .match(
          /(?<=[\w,] )(?:the|its?|is|was|has|that|which|not|with|of|a|an|by|from|and|les?|la|des|du|une?|que|qui|est|pas|dans)(?= \w)/g,
        ) ?? []
    return small.length > 2 && !/^\s*(select|with|insert|update|delete)\b/.test(said) ? [said] : []
  })
}

const betweenTags = /(?<=[^=]>)[^<>{}`]*\p{L}{2,}[^<>{}`]*(?=<\/)/u
const readAloud = /(?<=\b(?:aria-label|alt|placeholder|title)=")[^"$]*\p{L}{2,}[^"]*/u

/** The words of a page in its code: between tags, or in attributes that a screen reader reads aloud. */
export function findPageWords(text: string): string[] {
  const code = text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\$\{[^{}`<]*\}/g, '')
  return code.split('\n').flatMap((line) => {
    if (/^\s*\/\//.test(line)) return []
    return betweenTags.exec(line)?.[0] ?? readAloud.exec(line)?.[0] ?? []
  })
}

const riddle =
  /\b(?:who|whom|what|where)(?:so)?ever\b|\bthere (?:is|are): |\bunless (?:given|said)\b|\bcalled off\b|\bthat there (?:is|are)\b|\bstands? (?:so|here|there|nowhere|by its|in (?:it|them))\b|\b(?:works?|fits?|kept|exists?) no more\b/i

/** Turns of phrase that need a second reading, in the texts of a file: name the person or the thing instead. */
export function findHardWords(text: string): string[] {
  const code = text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/^\s*\/\/.*$/gm, '')
  const said = [...code.matchAll(/(['"`])((?:(?!\1)[^\\]|\\.)*)\1/gs)].map(([, , said = '']) => said)
  return said.filter((one) => one.includes(' ') && riddle.test(one))
}
