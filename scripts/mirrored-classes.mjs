/**
 * Classes that name a side of the screen. A page in a language that is read from the right mirrors itself only where
 * places are named by where a line begins and ends. `ltr:` and `rtl:` before a class say that both were thought of.
 */
const SIDE = [
  String.raw`(?:scroll-)?[mp][lr]-`,
  String.raw`(?:left|right)-(?:auto|full|px|\d|\[|\()`,
  String.raw`border-[lr](?!\w)`,
  String.raw`rounded-(?:r|tl|tr|bl|br)(?!\w)`,
  String.raw`rounded-l-`,
  String.raw`(?:text|float|clear|origin|object|bg)-(?:(?:top|bottom)-)?(?:left|right)(?!\w)`,
  String.raw`-?translate-x-(?!0)`,
  String.raw`(?:bg-linear|bg-gradient)-to-(?:[tb])?[lr](?!\w)`,
].join('|');
const CLASS = String.raw`(?:^|\s)(?!\S*(?:ltr|rtl):)(?:\S+:)?-?(?:${SIDE})`;

const message =
  'Name the place by where a line begins and ends (ms-, pe-, start-, end-, text-start, rounded-s-…), or say both with ltr: and rtl:.';

/** For `no-restricted-syntax`. */
export const PHYSICAL_CLASSES = [
  { selector: `Literal[value=/${CLASS}/]`, message },
  { selector: `TemplateElement[value.raw=/${CLASS}/]`, message },
];
