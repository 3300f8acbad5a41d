/**
 * What a doctor may speak with patients: ISO 639-1 codes, and ISO 639-3 where there is no two-letter code (Cantonese,
 * sign languages). In the order in which a list shows them to nobody: readers see names, in their own language's order.
 */
export const SPOKEN_LANGUAGES = [
  ...['af', 'am', 'ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'gu'],
  ...['ha', 'he', 'hi', 'hr', 'ht', 'hu', 'id', 'ig', 'it', 'ja', 'km', 'kn', 'ko', 'ku', 'lo', 'lt', 'lv', 'mi'],
  ...['ml', 'mr', 'ms', 'my', 'ne', 'nl', 'no', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'si', 'sk', 'sl', 'sm', 'so'],
  ...['sq', 'sr', 'sv', 'sw', 'ta', 'te', 'th', 'ti', 'tl', 'tr', 'uk', 'ur', 'vi', 'yo', 'yue', 'zh', 'zu'],
  // American, British, Australian, Brazilian, French, Indian, Mexican and New Zealand sign language.
  ...['ase', 'bfi', 'asf', 'bzs', 'fsl', 'ins', 'mfs', 'nzs'],
] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/** Nobody is believed to speak more. */
export const MOST_LANGUAGES = 20;
