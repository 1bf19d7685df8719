import { defineConfig } from 'vitest/config';
import { asUsersGetThem, common } from './vitest.config.ts';

/** The whole-program tests, for the program that CPPLAN_PROGRAM names: `npm run test:package`. */
export default defineConfig({
  plugins: [asUsersGetThem],
  test: {
    ...common,
    include: [
      'test/executable/*.test.ts',
      'test/scenarios.test.ts',
      'test/pty/*.test.ts',
      'test/check/find.test.ts',
      'test/commands/**/{check-robust,decide,help}.test.ts',
      'test/start/{start,threads}.test.ts',
      'test/completion/*.test.ts',
    ],
  },
});
