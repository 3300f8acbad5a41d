import type { Appointment, DoctorChange } from '@health-connect/contract/appointments';
import { isApiError } from '../../lib/api-error.js';
import { Autosave, type SaveState } from '../../lib/autosave.js';
import { isSame, mergeTexts, remainder } from '../../lib/merge-texts.js';
import { browserClock, type Clock } from '../../lib/clock.js';
import { createObservable, type Observable } from '../../lib/observable.js';

export interface Words {
  /** The doctor's own; of a completed appointment, the addendum that is being written. */
  notes: string;
  /** What the patient reads. */
  summary: string;
}
export type Field = keyof Words;
const FIELDS: readonly Field[] = ['notes', 'summary'];

/** The texts as the server had them when this editor last agreed with it. */
export interface Base extends Words {
  revision: number;
  closed: boolean;
}

export interface RecordState {
  draft: Words;
  base: Base;
  save: SaveState;
  /** Texts that were changed elsewhere in a way that does not go together with what is here. */
  theirs: Partial<Words>;
}

type More = Pick<DoctorChange, 'status'>;
type Send = (change: DoctorChange) => Promise<Appointment>;

const MOST_TRIES = 5;
const UNTOUCHED: SaveState = { status: 'saved', at: null };

/**
 * The doctor's words on an appointment, without React. They save themselves in a pause of typing, one save at a time, always
 * the newest text; addenda of a completed appointment, which stand for good, only when told to. Where the same words were
 * changed elsewhere no word is lost: they are merged, or stand side by side until the person decides.
 */
export class RecordEditor implements Observable<RecordState> {
  readonly #state;
  readonly #send: Send;
  readonly #clock: Clock;
  readonly #autosave: Autosave<More>;
  #appointment: Appointment;
  /** What went out and may be stored, though no answer said so. */
  #sent: Words[] = [];

  constructor(appointment: Appointment, send: Send, clock: Clock = browserClock) {
    const base = baseOf(appointment);
    this.#state = createObservable<RecordState>({ draft: wordsOf(base), base, save: UNTOUCHED, theirs: {} });
    this.#appointment = appointment;
    this.#send = send;
    this.#clock = clock;
    this.#autosave = new Autosave(
      (more) => this.#saveChanged(more),
      () => this.#catchUp(),
      clock,
    );
  }

  get = () => this.#state.get();
  subscribe = (listener: (value: RecordState) => void) => this.#state.subscribe(listener);

  change(part: Partial<Words>) {
    this.#set({ draft: { ...this.get().draft, ...part } });
    this.#plan();
  }

  /** The appointment as the server has it now; what was not touched here follows it. */
  take(appointment: Appointment) {
    if ((appointment.revision ?? 0) < (this.#appointment.revision ?? 0)) return;
    this.#appointment = appointment;
    // The answer to our own save says more than the news of it.
    if (!this.#autosave.isRunning) this.#catchUp();
  }

  /** Words that were typed on an earlier text, before a reload. */
  restore({ draft, base }: { draft: Words; base: Base }) {
    this.#set({ draft, base });
    this.#rebase();
    this.#plan();
  }

  /** Back to what is stored. */
  discard() {
    this.#autosave.cancel();
    this.#set({ draft: wordsOf(this.get().base), theirs: {}, save: UNTOUCHED });
  }

  /** The person decided what a text is that was changed in two places. */
  settle(field: Field, text: string) {
    const theirs = { ...this.get().theirs };
    delete theirs[field];
    this.#set({ theirs });
    this.change({ [field]: text });
  }

  /** The editor is closed: what is not saved is, but for an addendum, which stays a draft. */
  leave() {
    if (!this.get().base.closed) void this.save().catch(() => undefined);
  }

  /** Saves at once what is not saved, with `more` in the same request; rejects where it could not be. */
  save(more: More = {}): Promise<void> {
    if (this.#autosave.isRunning || this.#isUnsaved() || more.status) return this.#autosave.now(more);
    this.#autosave.cancel();
    return Promise.resolve();
  }

  async #saveChanged(more: More = {}) {
    if (!this.#isUnsaved() && !more.status) return;
    try {
      await this.#saveAll(more);
    } catch (error) {
      this.#set({ save: { status: 'failed', error } });
      throw error;
    }
  }

  async #saveAll(more: More) {
    for (let tries = 1; ; tries += 1) {
      const { draft, base, theirs } = this.get();
      if (Object.keys(theirs).length > 0) throw new Error('Two texts wait for a decision.');
      const fields = this.#changed();
      if (fields.length === 0 && !more.status) break;
      this.#set({ save: { status: 'saving' } });
      this.#sent.push(wordsOf(draft));
      const words = Object.fromEntries(fields.map((field) => [field, draft[field]]));
      try {
        this.#appointment = await this.#send({
          ...more,
          ...words,
          ...(fields.length > 0 && { revision: base.revision }),
        });
        this.#rebase();
        this.#sent = [];
        more = {};
        // An addendum is said once; what was typed since waits to be told. Anything else typed since follows.
        if (base.closed || !wasTyped(draft, this.get().draft)) break;
      } catch (error) {
        if (!this.#takeCurrent(error) || tries === MOST_TRIES) throw error;
      }
    }
    this.#set({ save: this.#isUnsaved() ? { status: 'unsaved' } : { status: 'saved', at: this.#clock.now() } });
  }

  /** A refusal that brings newer texts is no failure yet: after they are merged it is tried again. */
  #takeCurrent(error: unknown): boolean {
    if (!isApiError(error, 'stale_revision', 'invalid_transition') || !error.data) return false;
    const before = this.get().base;
    this.#appointment = error.data;
    this.#rebase();
    const { base } = this.get();
    return base.revision !== before.revision || base.closed !== before.closed;
  }

  #catchUp() {
    const { base } = this.get();
    const next = baseOf(this.#appointment);
    if (next.revision === base.revision && next.closed === base.closed) return;
    this.#rebase();
    this.#plan();
  }

  /** Puts what is typed here on top of the texts as the server has them. */
  #rebase() {
    const { base: old, draft, theirs: open } = this.get();
    const base = baseOf(this.#appointment);
    const mine = { ...draft };
    const from = wordsOf(old);
    // Our own last write, when it is what is stored, is what the draft goes on from.
    for (const field of FIELDS)
      if (this.#sent.some((sent) => isSame(sent[field], base[field]))) from[field] = base[field];
    if (base.closed) {
      mine.notes = this.#addendum(old, draft.notes);
      from.notes = '';
    }
    const theirs: Partial<Words> = {};
    for (const field of FIELDS) {
      const merged = mergeTexts(from[field], mine[field], base[field]);
      const wasOpen = open[field] !== undefined && !(base.closed && field === 'notes');
      if (merged === null || (wasOpen && !isSame(mine[field], base[field]))) theirs[field] = base[field];
      else mine[field] = merged;
    }
    this.#set({ base, draft: mine, theirs });
  }

  /** What of the text is not among the notes of the completed appointment yet. */
  #addendum(old: Base, text: string): string {
    const stored = (this.#appointment.notes ?? '').trim();
    if (!old.closed) return remainder(text, ...(stored ? [stored] : []), old.notes);
    const said = this.#sent.map(({ notes }) => notes.trim()).find((notes) => notes !== '' && stored.endsWith(notes));
    return said ? remainder(text, said) : text;
  }

  #changed = () => FIELDS.filter((field) => !isSame(this.get().draft[field], this.get().base[field]));

  #isUnsaved = () => this.#changed().length > 0;

  /** After any change: saved as it is, or on its way. */
  #plan() {
    this.#autosave.cancel();
    const { save, base, theirs } = this.get();
    if (!this.#isUnsaved()) return this.#set({ save: save.status === 'saved' ? save : UNTOUCHED });
    if (!this.#autosave.isRunning) this.#set({ save: { status: 'unsaved' } });
    if (base.closed || Object.keys(theirs).length > 0) return;
    this.#autosave.soon();
  }

  #set(part: Partial<RecordState>) {
    this.#state.set({ ...this.get(), ...part });
  }
}

const wasTyped = (before: Words, now: Words) => FIELDS.some((field) => before[field] !== now[field]);
const wordsOf = ({ notes, summary }: Words): Words => ({ notes, summary });

function baseOf({ status, notes = '', summary, revision = 0 }: Appointment): Base {
  const closed = status === 'completed';
  return { notes: closed ? '' : notes, summary, revision, closed };
}
