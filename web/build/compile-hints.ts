import type { Plugin } from 'vite'

const hint = '//# allFunctionsCalledOnLoad\n'

/**
 * Marks what every page runs as soon as it is loaded: a browser that knows the mark makes all of it ready beside the page,
 * while it still arrives, rather than one function after the other when it is first called.
 */
export function compileHintsPlugin(names: readonly string[]): Plugin {
  return {
    name: 'sealane-compile-hints',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const one of Object.values(bundle))
          if (one.type === 'chunk' && names.includes(one.name)) one.code = hint + one.code
      },
    },
  }
}
