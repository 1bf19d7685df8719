/** How a text report stresses its parts; each takes and gives text. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly alarm: (text: string) => string;
  readonly good: (text: string) => string;
  /** Width in characters to wrap at. */
  readonly width: number;
}

const asIs = (text: string): string => text;

/** Width to wrap at, for so many columns: neither too narrow for a clause, nor too wide to read. */
export const widthFor = (columns: number): number => Math.min(Math.max(columns, 40), 80);

/** No colour: for pipes, files, screen readers and `--plain`. */
export const plainStyle = (width = 80): Style => ({
  heading: asIs,
  strong: asIs,
  quiet: asIs,
  alarm: asIs,
  good: asIs,
  width,
});
