/** What is told of a fault that is ours, with what helps to mend it. */
export const ourFault = (error: unknown): string =>
  `This is a fault of cpplan, not of your file. Please report it with what follows.\n${error instanceof Error ? error.stack : String(error)}\n`;
