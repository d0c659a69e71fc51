// Shows the OpenAPI document that the page names. It runs in a browser, beside Scalar's API reference.
const place = document.querySelector('#reference')
Scalar.createApiReference(place, {
  url: place.dataset.document,
  // Requests go to where the page came from, which is all that its policy allows.
  servers: [{ url: location.origin + place.dataset.base }],
  persistAuth: false,
  withDefaultFonts: false,
  hideClientButton: true,
  telemetry: false,
  showDeveloperTools: 'never',
  documentDownloadType: 'json',
  agent: { disabled: true },
  mcp: { disabled: true },
})
