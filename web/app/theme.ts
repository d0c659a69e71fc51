import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// On white and on the dark background, and under text, these colours have the contrast of WCAG AA.
const sea: MantineColorsTuple = [
  '#e8f6f8',
  '#d3e9ed',
  '#a5d3db',
  '#73bcc8',
  '#4ea9b8',
  '#369dae',
  '#27909f',
  '#127a89',
  '#0d6473',
  '#084f5c',
]

/** The look of the app. The build writes its variables into a style sheet, because the page allows no inline style. */
export const theme = createTheme({
  primaryColor: 'sea',
  // White text is readable on both.
  primaryShade: { light: 8, dark: 7 },
  colors: { sea },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
})

/** Colours of Mantine with too little contrast. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a636b',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#666f77',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b1b8',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-placeholder': '#9aa2a9',
  },
})
