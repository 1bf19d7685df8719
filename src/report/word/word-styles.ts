import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';

/** How large the letters are, in half points. */
export const PRINT = { usual: 21, large: 28 } as const;

const FONT = 'Arial';

const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: '111111' },
  paragraph: { spacing: { before, after }, keepNext: true },
});

/** Every look of a note in Word, in one place: English as it is written in Britain, dark on white, a plain face. */
export const stylesOf = (size: number): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    heading1: heading(size + 11, 0, 160),
    heading2: heading(size + 5, 280, 100),
    heading3: heading(size + 1, 200, 60),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
});

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const indent = (level: number) => ({ paragraph: { indent: { left: 400 * (level + 1), hanging: 300 } } });

export const POINTS = 'points';
export const NUMBERS = 'numbers';

/** Lists with points, and with numbers. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: POINTS,
      levels: LEVELS.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '\u2022' : '\u2013',
        alignment: AlignmentType.LEFT,
        style: indent(level),
      })),
    },
    {
      reference: NUMBERS,
      levels: LEVELS.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: indent(level),
      })),
    },
  ],
};
