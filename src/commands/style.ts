import type { Io } from '../io.ts';
import { plainStyle, type Style, widthFor } from '../report/words/style.ts';
import type { CommonOptions } from './common-options.ts';

/** Colour on a terminal, none elsewhere or with `--plain`. */
export async function styleFor({ plain }: CommonOptions, io: Io): Promise<Style> {
  const width = widthFor(io.columns);
  if (plain || !io.colour) return plainStyle(width);
  const { default: chalk, Chalk } = await import('chalk');
  const paint = new Chalk({ level: Math.max(1, chalk.level) as 1 });
  return {
    heading: paint.bold.underline,
    strong: paint.bold,
    quiet: paint.dim,
    alarm: paint.red.bold,
    good: paint.green,
    width,
  };
}
