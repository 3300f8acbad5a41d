/* global document, localStorage */
// Runs before the first paint, so that the chosen theme never flashes. src/lib/theme.ts writes the same key.
try {
  if (localStorage.getItem('theme') === 'light') {
    document.documentElement.dataset.theme = 'light';
    document.querySelector('meta[name="theme-color"]').content = '#f8f5f0';
  }
} catch {
  // Storage can be forbidden; dark is the default then.
}
