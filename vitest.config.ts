import { defineConfig } from 'vitest/config';

/** Where a machine-readable report goes as well: npm passes no arguments on through `npm cit`, so the environment names it. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    env: { TZ: 'Europe/London', NO_COLOR: '1' },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
