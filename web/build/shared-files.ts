const inParts = (names: string) => `web/parts/(${names})\\b`
const inMantine = (names: string) => `@mantine/core/.*/(${names})/`

// The first file loads with the frame. It has the parts of lists, and small parts that most pages need.
const files = [
  [
    'shared',
    inParts(
      'list/|row-link|time|clock|relative-time|status-badge|save-file|error-note|empty-state|copy-field|page-head',
    ),
    inParts('loaded|together|facts|lifetime|sizes'),
    'web/app/params|react-virtual|virtual-core',
    inMantine('TextInput|NativeSelect|InputBase|Input|Paper|Button|Stack|Progress|DirectionProvider'),
    inMantine(
      'create-safe-context|get-safe-id|get-auto-contrast-value|find-element-ancestor|create-scoped-keydown-handler',
    ),
    '@mantine/hooks/.*/use-(merged-ref|uncontrolled|force-update)/',
  ],
  ['floating', '@floating-ui/'],
  ['scrolled', inMantine('ScrollArea')],
  [
    'dialogs',
    inParts('dialog|confirm|form-dialog|focus-back'),
    inMantine('Modal|ModalBase|FocusTrap|Portal|Overlay'),
    'react-remove-scroll',
  ],
  ['forms', inParts('api-form|place-errors'), '@mantine/form/'],
  ['choices', inMantine('Checkbox|Radio|InlineInput|InputsGroupFieldset')],
] as const

/**
 * The files for the parts that many pages share, in the form of Rolldown. They are a few files instead of forty, each
 * of which would need a request.
 */
export const sharedFiles = files.map(([name, ...places], index) => {
  const pattern = new RegExp(places.join('|'))
  const test = (id: string) => pattern.test(id) && !/save-view|views\.tsx/.test(id)
  return { name, debugName: name, test, priority: files.length - index, minSize: 0 }
})
