/** Parts that the templates never use: only a text that forged one could bring them in. */
export const NEVER =
  /^(link|image|html|code|thematic|block_?quote|table|definition|footnote|delete|inlineCode|linkReference|imageReference|yaml|box|loose|softbreak)/;

/** The tags of a page that cpplan makes. */
export const USUAL_TAGS = new Set(
  '!doctype html head meta title style body main section h1 h2 h3 p ul li strong em span figure svg line rect text tspan'.split(
    ' ',
  ),
);

/** Every opening tag of a page, without its attributes: a `<` in a text would show as one. */
export const tagsOf = (html: string): string[] => [...html.matchAll(/<([^\s>/]+)/g)].map((match) => match[1] as string);
