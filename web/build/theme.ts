import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { cssVariablesResolver, theme } from '../app/theme.ts'

const name = 'virtual:theme.css'

/**
 * Writes the variables of the theme and Mantine's classes for screen sizes as a style sheet: the page allows no
 * inline style.
 */
export function themePlugin(): Plugin {
  return {
    name: 'sealane-theme',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? renderTheme() : undefined),
  }
}

function renderTheme(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const [usual, ours] = [defaultCssVariablesResolver(merged), cssVariablesResolver(merged)]
  const variables = {
    variables: { ...usual.variables, ...ours.variables },
    dark: { ...usual.dark, ...ours.dark, '--mantine-color-scheme': 'dark' },
    light: { ...usual.light, ...ours.light, '--mantine-color-scheme': 'light' },
  }
  const classes = Object.entries(merged.breakpoints).map(([size, width]) => {
    const hidden = '{display:none!important}'
    return `@media (width < ${width}){.mantine-visible-from-${size}${hidden}}@media (width >= ${width}){.mantine-hidden-from-${size}${hidden}}`
  })
  return convertCssVariables(variables) + classes.join('')
}
