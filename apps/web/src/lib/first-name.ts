/** As one speaks of somebody in a sentence; a title is no name. */
export const firstNameOf = (name: string) => name.split(' ').find((word) => !word.endsWith('.')) ?? name;
