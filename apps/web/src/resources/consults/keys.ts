export const keys = {
  waiting: ['consults', 'waiting'],
  goingOn: ['consults', 'going-on'],
  inside: ['consults', 'inside'],
} as const;
