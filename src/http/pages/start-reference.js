// Shows the OpenAPI document that the page names. This script runs in a browser, beside Scalar's API reference.
const place = document.querySelector('#reference')
Scalar.createApiReference(place, {
  url: place.dataset.document,
  // Requests go to the origin of the page, because its policy allows no other.
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
