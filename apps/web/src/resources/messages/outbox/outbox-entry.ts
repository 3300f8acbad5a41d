/** A picture that was chosen, while it is only on this device. */
export interface LocalImage {
  file: File;
  /** An object URL to show it by. */
  src: string;
}

export type SendState =
  /** `progress`: of a picture, 0 to 1. */
  | { status: 'sending'; progress?: number }
  /** `passing`: another try can mend it, and will be made. */
  | { status: 'failed'; reason: string; passing: boolean };

/** A message that the server has not acknowledged. */
export interface OutboxEntry {
  clientId: string;
  to: string;
  text: string;
  image: LocalImage | null;
  /** ISO 8601. */
  createdAt: string;
  state: SendState;
}
