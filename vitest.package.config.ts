import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.ts';

/** The whole-program tests, for the program that CPPLAN_PROGRAM names: `npm run test:package`. */
export default defineConfig({
  test: {
    ...common,
    include: [
      'test/executable/*.test.ts',
      'test/scenarios.test.ts',
      'test/pty/*.test.ts',
      'test/check/find.test.ts',
      'test/commands/{check-notes,check-robust,decide,help,start}.test.ts',
      'test/completion/*.test.ts',
    ],
  },
});
