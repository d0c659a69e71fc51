import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// Chosen so that text on it, and it on white and on the dark ground, has the contrast that WCAG AA asks for.
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

/** How the app looks. The build writes its variables into a style sheet, because the page may hold no style of its own. */
export const theme = createTheme({
  primaryColor: 'sea',
  // White text stands on both.
  primaryShade: { light: 8, dark: 7 },
  colors: { sea },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
  components: {
    // A menu stands where its button is, in the part of the page that holds both, and holds nothing but its items.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
  },
})

/** Colours of Mantine's whose contrast is too low as they come. */
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
