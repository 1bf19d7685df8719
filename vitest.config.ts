import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Where a machine-readable report goes as well: npm passes no arguments on through `npm cit`, so the environment names it. */
const report = process.env.TEST_REPORT;

/** What holds whatever the program under test. */
export const common: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 60_000,
  // Of two processors vitest would use one
  maxWorkers: '100%',
  setupFiles: ['test/support/chance.ts'],
  env: { TZ: 'Europe/London', NO_COLOR: '1' },
  reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
};

export default defineConfig({
  test: { ...common, include: ['test/**/*.test.ts'], exclude: ['test/executable/**'] },
});
