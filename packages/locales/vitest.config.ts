import { defineConfig } from 'vitest/config';

// Of its own, so that the tests of this package alone are run here: without one the list of all packages would be read.
export default defineConfig({});
